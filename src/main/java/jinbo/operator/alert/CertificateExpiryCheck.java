package jinbo.operator.alert;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import jinbo.batch.PartnerCertificates;
import jinbo.exchange.openpgp.AcceptedSigner;
import jinbo.exchange.openpgp.CryptoPolicy;
import jinbo.operator.alert.Alert.Code;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.insurer.OfferedCertificates;
import jinbo.reference.calendar.BusinessTime;
import org.springframework.stereotype.Component;

/** Looks whether an insurer can be encrypted to and its signatures be accepted, now and for the time that a change of keys takes. */
@Component
record CertificateExpiryCheck(
        PartnerCertificates certificates, OfferedCertificates offered, CryptoPolicy policy, Clock clock) {

    Optional<Alert> about(InsurerCode insurer) {
        Set<AcceptedSigner> all = certificates.signersOf(insurer);
        Instant now = clock.instant();
        if (!canBeEncryptedTo(all, now)) {
            return Optional.of(Alert.about(insurer, Code.NO_CERTIFICATE));
        }
        if (!canSign(all, now)) {
            return Optional.of(Alert.about(insurer, Code.NO_SIGNING_KEY));
        }
        // by itself, by our bound or by the policy; a subkey may end before its certificate does
        return ExpiryNotice.beforeEnd(BusinessTime.dateOf(now), at -> isGoodAt(all, at))
                .map(expiryNotice -> Alert.about(Optional.of(insurer), Code.CERTIFICATE_EXPIRES, expiryNotice));
    }

    /** How many certificates the insurer has sent that nobody has decided on. */
    Optional<Alert> waitingOf(InsurerCode insurer) {
        long waiting = offered.waiting().stream()
                .filter(certificate -> certificate.insurer().equals(insurer))
                .count();
        return waiting == 0 ? Optional.empty() : Optional.of(Alert.about(insurer, Code.CERTIFICATES_WAIT, waiting));
    }

    private boolean isGoodAt(Set<AcceptedSigner> all, Instant at) {
        return canSign(all, at) && canBeEncryptedTo(all, at);
    }

    private boolean canSign(Set<AcceptedSigner> all, Instant at) {
        return all.stream()
                .anyMatch(signer -> signer.isAcceptedAt(at)
                        && !signer.certificate().signingKeys(at, policy).isEmpty());
    }

    private boolean canBeEncryptedTo(Set<AcceptedSigner> all, Instant at) {
        return all.stream()
                .anyMatch(signer -> signer.isAcceptedAt(at)
                        && !signer.certificate().encryptionKeys(at, policy).isEmpty());
    }
}
