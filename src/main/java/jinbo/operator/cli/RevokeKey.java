package jinbo.operator.cli;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import jinbo.exchange.openpgp.Fingerprint;
import jinbo.participant.insurer.CertificateRevocation;
import jinbo.participant.insurer.InsurerCertificates;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.staff.Duty;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code key revoke}: an insurer's certificate counts no longer, from a time on or, where it is compromised, never did. */
@Command(name = "revoke")
final class RevokeKey implements RequiresSecondPerson {

    @Parameters(index = "0", paramLabel = "CODE", descriptionKey = "CODE")
    private InsurerCode code = new InsurerCode("NONE");

    @Parameters(index = "1", paramLabel = "FINGERPRINT", descriptionKey = "FINGERPRINT")
    private Fingerprint fingerprint = new Fingerprint("0".repeat(40));

    @Mixin
    private RevocationOptions options = new RevocationOptions();

    @Override
    public void check() {
        options.check();
    }

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
        String reason = options.reason();
        installation.get(InsurerCertificates.class).get(code, fingerprint.value());
        String shown = CertificateJudgement.inGroups(fingerprint.value());
        if (options.compromised()) {
            return Outline.of("key-revoke-compromised", code, shown, reason);
        }
        return options.from().isEmpty()
                ? Outline.of("key-revoke-at-once", code, shown, reason)
                : Outline.of("key-revoke", code, shown, Page.time(start(installation)), reason);
    }

    @Override
    public Answer answer(Installation installation) {
        CertificateRevocation certificateRevocation = new CertificateRevocation(
                start(installation), options.compromised(), installation.now(), options.reason());
        installation.get(InsurerCertificates.class).revoke(code, fingerprint.value(), certificateRevocation);
        return new Revoked(certificateRevocation, CertificateSheet.of(code, installation));
    }

    private Instant start(Installation installation) {
        return options.from().orElseGet(installation::now);
    }

    /**
     * The answer.
     *
     * @param revocation what was recorded
     * @param certificates those that the insurer has, the revoked one among them
     */
    record Revoked(CertificateRevocation revocation, List<CertificateSheet> certificates) implements Answer {
        @Override
        public void tell(Page page) {
            CertificateSheet.tell(page, certificates);
        }
    }
}
