package jinbo.exchange.openpgp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Set;
import org.bouncycastle.bcpg.ArmoredOutputStream;
import org.junit.jupiter.api.Test;

class EncryptedMessageDetectorTest {

    private static final Path KEYS = Path.of("keys-sample");

    @Test
    void detectsSealedMessageEvenIfTruncated() throws IOException {
        byte[] sealed = sealed();

        assertThat(isEncrypted(sealed)).isTrue();
        assertThat(isEncrypted(java.util.Arrays.copyOf(sealed, sealed.length / 2)))
                .isTrue();
    }

    @Test
    void detectsArmoredMessage() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ArmoredOutputStream armor = ArmoredOutputStream.builder().build(out)) {
            armor.write(sealed());
        }

        assertThat(isEncrypted(out.toByteArray())).isTrue();
    }

    @Test
    void doesNotDetectReadableFiles() throws IOException {
        String csv = "mobile,complaint\r\n13810001234,TELEMARKETING\r\n";

        assertThat(isEncrypted(csv.getBytes(StandardCharsets.UTF_8))).isFalse();
        assertThat(isEncrypted(("\ufeff" + csv).getBytes(StandardCharsets.UTF_8)))
                .isFalse();
        assertThat(isEncrypted(("\ufeff" + csv).getBytes(StandardCharsets.UTF_16LE)))
                .isFalse();
        assertThat(isEncrypted("手机,投诉\r\n".getBytes(Charset.forName("GB18030"))))
                .isFalse();
        assertThat(isEncrypted("投诉,手机\r\n".getBytes(Charset.forName("GB18030"))))
                .isFalse();
        assertThat(isEncrypted(new byte[0])).isFalse();
        assertThat(isEncrypted(Files.readAllBytes(KEYS.resolve("YUNHE.public.asc"))))
                .isFalse();
        byte[] literalPacket = {(byte) 0xcb, 9, 'b', 0, 0, 0, 0, 0, '1', '3', '8'};
        assertThat(isEncrypted(literalPacket)).isFalse();
    }

    private static boolean isEncrypted(byte[] file) {
        return EncryptedMessageDetector.isEncryptedMessage(new ByteArrayInputStream(file));
    }

    private static byte[] sealed() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Certificate association = Certificate.parse(Files.readAllBytes(KEYS.resolve("association.public.asc")));
        new Sealer(SecretKeys.load(KEYS.resolve("YUNHE.secret.asc")), CryptoPolicy.standard(), Compression.standard())
                .seal(
                        clear -> clear.write("content".getBytes(StandardCharsets.UTF_8)),
                        new SealRequest("name", Set.of(association), Instant.parse("2012-09-21T01:00:00Z")),
                        out);
        return out.toByteArray();
    }
}
