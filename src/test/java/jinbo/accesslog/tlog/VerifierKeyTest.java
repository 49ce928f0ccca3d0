package jinbo.accesslog.tlog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VerifierKeyTest {

    @Test
    void hasTheTextOfGo() {
        VerifierKey key = SampleKeys.peter().verifierKey();

        assertThat(key.name()).isEqualTo("PeterNeumann");
        assertThat(key.id()).isEqualTo(0xc74f20a3);
        assertThat(key).hasToString(SampleKeys.PETER);
    }
}
