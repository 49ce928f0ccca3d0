package jinbo.watch;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import jinbo.envelope.Certificate;
import jinbo.envelope.CryptoPolicy;
import jinbo.insurer.InsurerCode;
import jinbo.job.PartnerCertificates;
import jinbo.watch.Concern.Code;
import jinbo.workday.BusinessTime;
import org.springframework.stereotype.Component;

/** Looks whether an insurer can be encrypted to and its signatures be accepted, now and for the time that a change of keys takes. */
@Component
class CertificateConcern {

    /** An insurer needs weeks to make, approve and hand over a new key. */
    private static final int NOTICE_DAYS = 60;

    private final PartnerCertificates certificates;
    private final CryptoPolicy policy;
    private final Clock clock;

    CertificateConcern(PartnerCertificates certificates, CryptoPolicy policy, Clock clock) {
        this.certificates = certificates;
        this.policy = policy;
        this.clock = clock;
    }

    Optional<Concern> about(InsurerCode insurer) {
        Set<Certificate> all = certificates.signersOf(insurer);
        Instant now = clock.instant();
        if (!canBeEncryptedTo(all, now)) {
            return Optional.of(Concern.about(insurer, Code.NO_CERTIFICATE));
        }
        if (!canSign(all, now)) {
            return Optional.of(Concern.about(insurer, Code.NO_SIGNING_KEY));
        }
        return lastGoodDay(all, BusinessTime.dateOf(now))
                .map(day -> Concern.about(insurer, Code.CERTIFICATE_EXPIRES, day));
    }

    /** The day in whose course the last key of a kind ends; a subkey may end before its certificate does. */
    private Optional<LocalDate> lastGoodDay(Set<Certificate> all, LocalDate today) {
        return IntStream.range(0, NOTICE_DAYS)
                .mapToObj(today::plusDays)
                .filter(day -> !isGoodAt(all, startOf(day.plusDays(1))))
                .findFirst();
    }

    private boolean isGoodAt(Set<Certificate> all, Instant at) {
        return canSign(all, at) && canBeEncryptedTo(all, at);
    }

    private boolean canSign(Set<Certificate> all, Instant at) {
        return all.stream()
                .anyMatch(certificate -> !certificate.signingKeys(at, policy).isEmpty());
    }

    private boolean canBeEncryptedTo(Set<Certificate> all, Instant at) {
        return all.stream()
                .anyMatch(certificate -> !certificate.encryptionKeys(at, policy).isEmpty());
    }

    private static Instant startOf(LocalDate day) {
        return day.atStartOfDay(BusinessTime.ZONE).toInstant();
    }
}
