package jinbo.command;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import jinbo.envelope.Fingerprint;
import jinbo.insurer.InsurerCertificates;
import jinbo.insurer.InsurerCode;
import jinbo.insurer.Revocation;
import jinbo.job.Reason;
import jinbo.person.Duty;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code key revoke}: an insurer's certificate counts no longer, from a time on or, where it is compromised, never did. */
@Command(name = "revoke")
final class RevokeKey implements TakesTwo {

    @Parameters(index = "0", paramLabel = "CODE", descriptionKey = "CODE", converter = InsurerCodes.class)
    private InsurerCode code = new InsurerCode("NONE");

    @Parameters(index = "1", paramLabel = "FINGERPRINT", descriptionKey = "FINGERPRINT", converter = Fingerprints.class)
    private Fingerprint fingerprint = new Fingerprint("0".repeat(40));

    @Option(names = "--from", paramLabel = "TIME", converter = Moment.Reader.class)
    private Optional<Moment> from = Optional.empty();

    @Option(names = "--compromised")
    private boolean compromised;

    @Option(names = TypedWords.REASON, paramLabel = "TEXT", required = true, descriptionKey = "why")
    private String reason = "";

    @Override
    public Duty duty() {
        return Duty.CHANGE_KEYS;
    }

    @Override
    public Optional<InsurerCode> about() {
        return Optional.of(code);
    }

    @Override
    public Outline outline(Installation installation) {
        Reason checked = new Reason(reason);
        installation.get(InsurerCertificates.class).get(code, fingerprint.value());
        String shown = KeyJudged.inGroups(fingerprint.value());
        if (compromised) {
            return Outline.of("key-revoke-compromised", code, shown, checked.words());
        }
        return from.isEmpty()
                ? Outline.of("key-revoke-at-once", code, shown, checked.words())
                : Outline.of("key-revoke", code, shown, Page.time(start(installation)), checked.words());
    }

    @Override
    public Answer answer(Installation installation) {
        Revocation revocation =
                new Revocation(start(installation), compromised, installation.now(), new Reason(reason).words());
        installation.get(InsurerCertificates.class).revoke(code, fingerprint.value(), revocation);
        return new Revoked(revocation, CertificateSheet.of(code, installation));
    }

    private Instant start(Installation installation) {
        return from.map(Moment::begin).orElseGet(installation::now);
    }

    /**
     * The answer.
     *
     * @param revocation what was recorded
     * @param certificates those that the insurer has, the revoked one among them
     */
    record Revoked(Revocation revocation, List<CertificateSheet> certificates) implements Answer {
        @Override
        public void tell(Page page) {
            CertificateSheet.tell(page, certificates);
        }
    }
}
