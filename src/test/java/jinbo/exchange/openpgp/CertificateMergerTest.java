package jinbo.exchange.openpgp;

import static jinbo.exchange.openpgp.EnvelopeFixture.NOW;
import static jinbo.testing.ExpectedError.error;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class CertificateMergerTest {

    static final List<String> ALL = SampleKeys.ALL;

    private final SecretKeys owner = SecretKeys.generate("association", NOW.minus(Duration.ofDays(9)));
    private final Certificate good = owner.certificate();
    private final Certificate revoked = RevokedCertificate.of(owner, NOW);

    @ParameterizedTest
    @FieldSource("ALL")
    void mergingAnEqualCopyChangesNothing(String name) {
        Certificate sample = SampleKeys.certificate(name);

        assertThat(sample.mergedWith(sample)).isEqualTo(sample);
        assertThat(sample.withRevocationsOf(sample)).isEqualTo(sample);
    }

    @Test
    void mergingKeepsRevocations() {
        assertThat(good.signingKeys(NOW, CryptoPolicy.standard())).isNotEmpty();
        for (Certificate merged :
                List.of(good.mergedWith(revoked), revoked.mergedWith(good), good.withRevocationsOf(revoked))) {
            assertThat(merged.signingKeys(NOW, CryptoPolicy.standard())).isEmpty();
            assertThat(merged.mergedWith(good)).isEqualTo(merged);
            assertThat(merged.withRevocationsOf(revoked)).isEqualTo(merged);
        }
    }

    @Test
    void addsOnlyStricterRevocationsOfACopy() {
        Certificate later = retiredAfter(20, false);
        Certificate earlier = retiredAfter(10, false);

        Certificate both = later.withRevocationsOf(earlier);
        assertThat(both.signingKeys(NOW.plus(Duration.ofDays(15)), CryptoPolicy.standard()))
                .isEmpty();
        assertThat(earlier.withRevocationsOf(later)).isEqualTo(earlier);
        assertThat(revoked.withRevocationsOf(earlier)).isEqualTo(revoked);
        assertThat(both.withRevocationsOf(revoked).revocation().orElseThrow().compromised())
                .isTrue();
    }

    @Test
    void containsMoreIgnoresRevocations() {
        Certificate longer = SecretKeys.generate("somebody else", NOW).certificate();

        assertThat(revoked.containsMoreThan(good)).isFalse();
        assertThat(good.containsMoreThan(revoked)).isFalse();
        assertThat(retiredAfter(20, false).containsMoreThan(revoked)).isFalse();
        assertThatThrownBy(() -> longer.containsMoreThan(good)).isInstanceOf(UnusableKeyException.class);
        assertThat(good.containsMoreThan(AlteredCertificate.withoutSubkeys(good)))
                .isTrue();
        assertThat(AlteredCertificate.withoutSubkeys(good).containsMoreThan(good))
                .isFalse();
        assertThat(revoked.hasRevocations()).isTrue();
        assertThat(good.hasRevocations()).isFalse();
    }

    @Test
    void fullCertificateKeepsStrictestRevocationAndStaysReadable() {
        Certificate grown = good;
        for (int days = 60; days > 0; days -= 10) {
            grown = grown.withRevocationsOf(retiredAfter(days, true));
            assertThat(Certificate.parse(grown.armored().getBytes(StandardCharsets.US_ASCII)))
                    .isEqualTo(grown);
        }
        assertThat(grown.revocation().orElseThrow().from()).isEqualTo(NOW.plus(Duration.ofDays(10)));
        assertThat(grown.signingKeys(NOW, CryptoPolicy.standard())).isNotEmpty();

        Certificate full = good;
        for (int days = 60; days > 20; days -= 10) {
            full = full.mergedWith(retiredAfter(days, true));
        }
        Certificate whole = full;
        assertThatThrownBy(() -> whole.mergedWith(retiredAfter(10, true)))
                .is(error(UnusableKeyError.TOO_LARGE_TOGETHER));
        assertThat(whole.withRevocationsOf(revoked).revocation().orElseThrow().compromised())
                .isTrue();
    }

    @Test
    void addsCompromiseToFullCertificate() {
        Certificate full = AlteredCertificate.withNames(good, "number", 498);
        Certificate dead = full.withRevocationsOf(revoked);

        assertThat(Certificate.parse(dead.encoded()).revocation().orElseThrow().compromised())
                .isTrue();
        assertThat(dead.withRevocationsOf(revoked)).isEqualTo(dead);
    }

    /** Retires the key after some days, with a short or a very long reason. */
    private Certificate retiredAfter(int days, boolean longReason) {
        return owner.revoked(
                good,
                new KeyRevocation(NOW.plus(Duration.ofDays(days)), false, longReason ? "because ".repeat(7500) : ""));
    }

    @Test
    void refusesCopyOfAnotherCertificate() {
        assertThatThrownBy(() -> good.mergedWith(SampleKeys.certificate("YUNHE")))
                .isInstanceOf(UnusableKeyException.class);
    }
}
