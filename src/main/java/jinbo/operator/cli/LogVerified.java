package jinbo.operator.cli;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import jinbo.accesslog.verifier.Finding;
import jinbo.accesslog.verifier.VerificationOutcome;
import jinbo.participant.operation.Incomplete;

/**
 * @param whole whether all that was looked at is as it should be
 * @param outcome {@code WHOLE}, {@code INCLUDED}, {@code BROKEN}, {@code NOT_CONSISTENT} or {@code UNREADABLE}
 * @param firstWrongFrom the first entry that may be wrong
 * @param firstWrongTo the last entry that may be the first wrong one
 * @param root of its tree, base64
 * @param openAccesses how many accesses were announced and have no result
 */
record LogVerified(
        boolean whole,
        String outcome,
        String sentence,
        Optional<String> fault,
        Optional<String> file,
        Optional<Long> firstWrongFrom,
        Optional<Long> firstWrongTo,
        Optional<String> origin,
        Optional<Long> size,
        Optional<String> root,
        Optional<Long> openAccesses,
        List<OpenAccess> open)
        implements Incomplete {

    record OpenAccess(
            long index, Instant at, String actor, String action, Optional<String> insurer, Optional<String> object) {}

    static LogVerified of(VerificationOutcome verificationOutcome, Language language) {
        String sentence = verificationOutcome.sentence(language.locale());
        if (verificationOutcome instanceof VerificationOutcome.Whole whole) {
            return new LogVerified(
                    true,
                    "WHOLE",
                    sentence,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(whole.origin()),
                    Optional.of(whole.size()),
                    Optional.of(whole.root().toString()),
                    Optional.of(whole.open()),
                    whole.firstOpen().stream().map(LogVerified::open).toList());
        }
        if (verificationOutcome instanceof VerificationOutcome.Included included) {
            return new LogVerified(
                    true,
                    "INCLUDED",
                    sentence,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(included.origin()),
                    Optional.of(included.size()),
                    Optional.empty(),
                    Optional.empty(),
                    List.of());
        }
        if (verificationOutcome instanceof VerificationOutcome.Broken broken) {
            return wrong(
                    "BROKEN",
                    sentence,
                    broken.finding(),
                    broken.file(),
                    Optional.of(broken.from()),
                    Optional.of(broken.to()));
        }
        if (verificationOutcome instanceof VerificationOutcome.NotConsistent different) {
            return wrong(
                    "NOT_CONSISTENT",
                    sentence,
                    different.finding(),
                    different.file(),
                    Optional.empty(),
                    Optional.empty());
        }
        VerificationOutcome.Unreadable unreadable = (VerificationOutcome.Unreadable) verificationOutcome;
        return wrong(
                "UNREADABLE", sentence, unreadable.finding(), unreadable.file(), Optional.empty(), Optional.empty());
    }

    @Override
    public boolean complete() {
        return whole;
    }

    private static OpenAccess open(jinbo.accesslog.verifier.OpenAccess access) {
        return new OpenAccess(
                access.index(), access.at(), access.actor(), access.action(), access.insurer(), access.object());
    }

    private static LogVerified wrong(
            String outcome, String sentence, Finding finding, String file, Optional<Long> from, Optional<Long> to) {
        return new LogVerified(
                false,
                outcome,
                sentence,
                Optional.of(finding.fault().name()),
                Optional.of(file),
                from,
                to,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of());
    }
}
