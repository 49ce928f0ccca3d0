package jinbo.platform.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Against the examples that NIST publishes for FIPS 180-4. */
class Sha256Test {

    private static final String ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @Test
    void aHashGrowsWithItsParts() {
        byte[] text = "-abc-".getBytes(StandardCharsets.US_ASCII);
        Sha256 hash = new Sha256();
        hash.add(text, 1, 1);
        hash.add(text, 2, 2);

        assertThat(hash.hex()).isEqualTo(ABC);
    }

    @Test
    void aStreamIsReadToItsEnd() throws IOException {
        assertThat(Sha256.of(new ByteArrayInputStream("abc".getBytes(StandardCharsets.US_ASCII))))
                .isEqualTo(ABC);
        assertThat(Sha256.of(new ByteArrayInputStream(new byte[0])))
                .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }
}
