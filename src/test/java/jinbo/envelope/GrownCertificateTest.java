package jinbo.envelope;

import static jinbo.envelope.Exchange.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class GrownCertificateTest {

    static final List<String> ALL = SampleKeys.ALL;

    private final SecretKeys owner = SecretKeys.generate("association", NOW.minus(Duration.ofDays(9)));
    private final Certificate good = owner.certificate();
    private final Certificate revoked = RevokedCopy.of(owner, NOW);

    @ParameterizedTest
    @FieldSource("ALL")
    void aCopyThatSaysNothingNewChangesNothing(String name) {
        Certificate sample = SampleKeys.certificate(name);

        assertThat(sample.joinedWith(sample)).isEqualTo(sample);
        assertThat(sample.withRevocationsOf(sample)).isEqualTo(sample);
    }

    @Test
    void aRevocationIsNeverLost() {
        assertThat(good.signingKeys(NOW, CryptoPolicy.standard())).isNotEmpty();
        for (Certificate merged :
                List.of(good.joinedWith(revoked), revoked.joinedWith(good), good.withRevocationsOf(revoked))) {
            assertThat(merged.signingKeys(NOW, CryptoPolicy.standard())).isEmpty();
            assertThat(merged.joinedWith(good)).isEqualTo(merged);
            assertThat(merged.withRevocationsOf(revoked)).isEqualTo(merged);
        }
    }

    @Test
    void anotherCertificateIsNoCopy() {
        assertThatThrownBy(() -> good.joinedWith(SampleKeys.certificate("YUNHE")))
                .isInstanceOf(UnusableKeyException.class);
    }
}
