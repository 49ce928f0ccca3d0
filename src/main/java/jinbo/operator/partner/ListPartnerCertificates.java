package jinbo.operator.partner;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jinbo.exchange.openpgp.Certificate;
import jinbo.operator.FileTask;
import jinbo.operator.FileTaskContext;
import jinbo.partner.AssociationCertificates.Kept;
import jinbo.partner.AssociationCertificates.State;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** {@code partner certificate list}: the association's certificates and our own, and what each is good for now. */
@Command(name = "list")
final class ListPartnerCertificates implements FileTask {

    @ParentCommand
    private PartnerCertificateCommands parent = new PartnerCertificateCommands();

    @Override
    public Object answer(FileTaskContext context) throws IOException {
        PartnerSession side = parent.open(context);
        List<PartnerCertificate> rows = new ArrayList<>();
        side.partner().keys().association().stream()
                .map(certificate -> PartnerCertificate.of(
                        "ASSOCIATION", isGood(certificate, side) ? "ACCEPTED" : "ENDED", certificate, Optional.empty()))
                .sorted(java.util.Comparator.comparing(PartnerCertificate::fingerprint))
                .forEach(rows::add);
        for (State state : List.of(State.WAITING, State.REFUSED, State.REVOKED)) {
            for (Kept kept : side.certificates().in(state)) {
                rows.add(PartnerCertificate.of(
                        "ASSOCIATION",
                        state == State.REVOKED ? "REVOKED_BEFORE" : state.name(),
                        kept.certificate(),
                        Optional.of(kept.since())));
            }
        }
        List<Certificate> own = side.ownKeys().certificates();
        for (Certificate certificate : own) {
            rows.add(PartnerCertificate.of("OWN", stateOf(certificate, own.get(0)), certificate, Optional.empty()));
        }
        return new PartnerCertificates(List.copyOf(rows));
    }

    private static String stateOf(Certificate own, Certificate signing) {
        return own.revocation().isPresent() ? "REVOKED" : own == signing ? "SIGNS" : "DECRYPTS";
    }

    private static boolean isGood(Certificate certificate, PartnerSession side) {
        return !certificate.signingKeys(side.now(), side.partner().policy()).isEmpty();
    }

    /**
     * One certificate.
     *
     * @param whose ASSOCIATION or OWN
     * @param state ACCEPTED, ENDED, WAITING, REFUSED, REVOKED_BEFORE (it counted); SIGNS (and decrypts), DECRYPTS or REVOKED
     *     (decrypts, too)
     * @param fingerprint of the primary key
     * @param userId what it calls itself
     * @param since when it came to wait, or was refused or revoked
     * @param expiresAt when it ends, if it does
     */
    record PartnerCertificate(
            String whose,
            String state,
            String fingerprint,
            Optional<String> userId,
            Optional<Instant> since,
            Optional<Instant> expiresAt) {

        static PartnerCertificate of(String whose, String state, Certificate certificate, Optional<Instant> since) {
            return new PartnerCertificate(
                    whose,
                    state,
                    certificate.fingerprint().inGroups(),
                    certificate.userIds().stream().findFirst(),
                    since,
                    certificate.expiresAt());
        }
    }

    /**
     * The answer.
     *
     * @param certificates the association's first
     */
    record PartnerCertificates(List<PartnerCertificate> certificates) {}
}
