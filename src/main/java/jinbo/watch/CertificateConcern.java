package jinbo.watch;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.IntStream;
import jinbo.insurer.InsurerCode;
import jinbo.insurer.OfferedCertificates;
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
    private final OfferedCertificates offered;
    private final Clock clock;

    CertificateConcern(PartnerCertificates certificates, OfferedCertificates offered, Clock clock) {
        this.certificates = certificates;
        this.offered = offered;
        this.clock = clock;
    }

    Optional<Concern> about(InsurerCode insurer) {
        Instant now = clock.instant();
        if (!canBeEncryptedTo(insurer, now)) {
            return Optional.of(Concern.about(insurer, Code.NO_CERTIFICATE));
        }
        if (!canSign(insurer, now)) {
            return Optional.of(Concern.about(insurer, Code.NO_SIGNING_KEY));
        }
        return lastGoodDay(insurer, BusinessTime.dateOf(now))
                .map(day -> Concern.about(insurer, Code.CERTIFICATE_EXPIRES, day));
    }

    /** How many certificates the insurer has sent that nobody has decided on. */
    Optional<Concern> waitingOf(InsurerCode insurer) {
        long waiting = offered.waiting().stream()
                .filter(certificate -> certificate.insurer().equals(insurer))
                .count();
        return waiting == 0 ? Optional.empty() : Optional.of(Concern.about(insurer, Code.CERTIFICATES_WAIT, waiting));
    }

    /** The day in whose course the last key of a kind ends; a subkey may end before its certificate does. */
    private Optional<LocalDate> lastGoodDay(InsurerCode insurer, LocalDate today) {
        return IntStream.range(0, NOTICE_DAYS)
                .mapToObj(today::plusDays)
                .filter(day -> !isGoodAt(insurer, startOf(day.plusDays(1))))
                .findFirst();
    }

    private boolean isGoodAt(InsurerCode insurer, Instant at) {
        return canSign(insurer, at) && canBeEncryptedTo(insurer, at);
    }

    private boolean canSign(InsurerCode insurer, Instant at) {
        return !certificates.thatMaySign(insurer, at).isEmpty();
    }

    private boolean canBeEncryptedTo(InsurerCode insurer, Instant at) {
        return !certificates.recipientsOf(insurer, at).isEmpty();
    }

    private static Instant startOf(LocalDate day) {
        return day.atStartOfDay(BusinessTime.ZONE).toInstant();
    }
}
