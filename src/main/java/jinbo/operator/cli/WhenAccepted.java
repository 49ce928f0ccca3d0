package jinbo.operator.cli;

import java.time.Instant;
import java.util.Optional;
import jinbo.participant.insurer.CertificateAcceptance;
import picocli.CommandLine.Option;

/** The options that bound the time for which a certificate counts, whatever it says of itself. */
final class WhenAccepted {

    @Option(names = "--from", paramLabel = "TIME", descriptionKey = "accepted-from")
    private Optional<Moment> from = Optional.empty();

    @Option(names = "--until", paramLabel = "TIME", descriptionKey = "accepted-until")
    private Optional<Moment> until = Optional.empty();

    WhenAccepted() {}

    /** @throws UsageException if it would end before it begins */
    void check() {
        try {
            acceptance();
        } catch (IllegalArgumentException e) {
            throw new UsageException("wrong.acceptance");
        }
    }

    CertificateAcceptance acceptance() {
        return CertificateAcceptance.between(from.map(Moment::begin), until.map(Moment::begin));
    }

    /** For people; two times, either of which may be missing. */
    static String describe(CertificateAcceptance certificateAcceptance) {
        return orDash(certificateAcceptance.from()) + " .. " + orDash(certificateAcceptance.until());
    }

    private static String orDash(Optional<Instant> time) {
        return time.map(Page::time).orElse(Page.NOTHING);
    }
}
