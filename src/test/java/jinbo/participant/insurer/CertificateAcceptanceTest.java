package jinbo.participant.insurer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CertificateAcceptanceTest {

    private static final Instant MARCH = Instant.parse("2026-03-01T00:00:00Z");
    private static final Instant JUNE = Instant.parse("2026-06-01T00:00:00Z");

    @Test
    void withoutABoundItHoldsAlways() {
        assertThat(CertificateAcceptance.UNBOUNDED.isAcceptedAt(Instant.MIN)).isTrue();
        assertThat(CertificateAcceptance.UNBOUNDED.isAcceptedAt(Instant.MAX)).isTrue();
    }

    @Test
    void acceptedFromFirstInstantUntilBeforeTheEnd() {
        CertificateAcceptance certificateAcceptance =
                CertificateAcceptance.between(Optional.of(MARCH), Optional.of(JUNE));

        assertThat(certificateAcceptance.isAcceptedAt(MARCH.minusNanos(1))).isFalse();
        assertThat(certificateAcceptance.isAcceptedAt(MARCH)).isTrue();
        assertThat(certificateAcceptance.isAcceptedAt(JUNE.minusNanos(1))).isTrue();
        assertThat(certificateAcceptance.isAcceptedAt(JUNE)).isFalse();
    }

    @Test
    void itCannotEndBeforeItBegins() {
        assertThatThrownBy(() -> CertificateAcceptance.between(Optional.of(JUNE), Optional.of(MARCH)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> CertificateAcceptance.between(Optional.of(JUNE), Optional.of(JUNE)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theFirstEndCounts() {
        assertThat(with(new CertificateRevocation(MARCH, false, JUNE, "superseded"))
                        .end())
                .contains(MARCH);
        assertThat(with(new CertificateRevocation(JUNE.plusSeconds(1), false, JUNE, "superseded"))
                        .end())
                .contains(JUNE);
    }

    @Test
    void whatIsCompromisedNeverHeld() {
        CertificateAcceptance certificateAcceptance = with(new CertificateRevocation(JUNE, true, JUNE, "stolen"));

        assertThat(certificateAcceptance.isAcceptedAt(MARCH)).isFalse();
        assertThat(certificateAcceptance.isCompromised()).isTrue();
    }

    @Test
    void revocationIsInForceFromItsDayOnAndThatOfACompromisedKeyAlways() {
        CertificateAcceptance superseded = with(new CertificateRevocation(JUNE, false, MARCH, "superseded"));

        assertThat(superseded.isRevokedAt(JUNE.minusSeconds(1))).isFalse();
        assertThat(superseded.isRevokedAt(JUNE)).isTrue();
        assertThat(with(new CertificateRevocation(JUNE, true, JUNE, "stolen")).isRevokedAt(MARCH))
                .isTrue();
        assertThat(CertificateAcceptance.UNBOUNDED.isRevokedAt(JUNE)).isFalse();
    }

    private static CertificateAcceptance with(CertificateRevocation certificateRevocation) {
        return new CertificateAcceptance(Optional.empty(), Optional.of(JUNE), List.of(certificateRevocation));
    }
}
