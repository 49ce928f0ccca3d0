package jinbo.platform.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyPair;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SshSignatureTest {

    private static final byte[] MESSAGE = "release 1".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    private KeyPair key;
    private String signature;

    @BeforeEach
    void sign() throws IOException {
        key = new SshKeyFile(folder.resolve("key")).generate();
        signature = SshSignature.sign(key, "jinbo", MESSAGE);
    }

    @Test
    void itHoldsForItsMessageNamespaceAndKeyAndForNoOther() throws IOException {
        KeyPair other = new SshKeyFile(folder.resolve("other")).generate();
        byte[] otherMessage = "release 2".getBytes(StandardCharsets.UTF_8);

        assertThat(SshSignature.verify(signature, key.getPublic(), "jinbo", MESSAGE))
                .isTrue();
        assertThat(SshSignature.verify(signature, key.getPublic(), "jinbo", otherMessage))
                .isFalse();
        assertThat(SshSignature.verify(signature, key.getPublic(), "git", MESSAGE))
                .isFalse();
        assertThat(SshSignature.verify(signature, other.getPublic(), "jinbo", MESSAGE))
                .isFalse();
    }

    @Test
    void aChangedByteOfItIsNoticed() {
        for (int place = signature.indexOf('\n') + 1; place < signature.lastIndexOf("\n---"); place++) {
            char[] changed = signature.toCharArray();
            if (Character.isLetterOrDigit(changed[place])) {
                changed[place] = changed[place] == 'A' ? 'B' : 'A';
                assertThat(SshSignature.verify(new String(changed), key.getPublic(), "jinbo", MESSAGE))
                        .as("place " + place)
                        .isFalse();
            }
        }
    }

    @Test
    void itIsSpeltInOneWayOnly() {
        // four bits before the padding are unused
        int last = signature.indexOf('=') - 1;
        String other =
                signature.substring(0, last) + (char) (signature.charAt(last) + 1) + signature.substring(last + 1);

        assertThat(SshSignature.verify(other, key.getPublic(), "jinbo", MESSAGE))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-----BEGIN SSH SIGNATURE-----",
                "-----BEGIN SSH SIGNATURE----------END SSH SIGNATURE-----",
                "-----BEGIN SSH SIGNATURE-----\nU1NIU0lHAAAAAQ==\n-----END SSH SIGNATURE-----",
                "-----BEGIN SSH SIGNATURE-----\nU1NIU0lHAAAAAf////8=\n-----END SSH SIGNATURE-----",
                "-----BEGIN SSH SIGNATURE-----\n!\n-----END SSH SIGNATURE-----"
            })
    void whatIsNoSignatureHoldsForNothing(String text) {
        assertThat(SshSignature.verify(text, key.getPublic(), "jinbo", MESSAGE)).isFalse();
    }
}
