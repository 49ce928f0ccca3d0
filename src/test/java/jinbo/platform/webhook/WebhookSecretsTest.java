package jinbo.platform.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import jinbo.platform.files.OwnerOnlyFile;
import jinbo.platform.files.UnusableFileException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookSecretsTest {

    /** The example that the libraries of Standard Webhooks are tested with. */
    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    private static final String SIGNATURE = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";

    private static final byte[] BODY = "{\"test\": 2432232314}".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path folder;

    @Test
    void signsAsTheExampleOfTheStandardIsSigned() throws IOException {
        assertThat(signatures(SECRET + "\n")).isEqualTo(SIGNATURE);
    }

    @Test
    void whileASecretIsReplacedBothSign() throws IOException {
        String other = "whsec_" + "A".repeat(32);

        assertThat(signatures(SECRET + "\n" + other + "\n")).isEqualTo(SIGNATURE + " " + signatures(other));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "whsec_not base64", "whsec_MfKQ9r8G"})
    void whatIsNoSecretIsToldWithoutShowingIt(String text) {
        assertThatThrownBy(() -> signatures(text))
                .isInstanceOf(UnusableFileException.class)
                .hasMessageContaining("some.secret-file")
                .satisfies(refusal -> assertThat(refusal.getMessage()).doesNotContain("MfKQ", "not base64"));
    }

    @Test
    void aFileThatOthersCanReadIsRefusedAndSaysWhatToType() throws IOException {
        Path file = folder.resolve("open");
        Files.writeString(file, SECRET);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));

        assertThatThrownBy(() -> new WebhookSecrets("test", new OwnerOnlyFile(file)).sign("id.1", BODY))
                .hasMessageContaining("chmod 600 " + file);
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        Path file = folder.resolve("none");

        assertThatThrownBy(() -> new WebhookSecrets("test", new OwnerOnlyFile(file)).sign("id.1", BODY))
                .hasMessageContaining(file + " is not there");
    }

    private String signatures(String text) throws IOException {
        OwnerOnlyFile file = new OwnerOnlyFile(folder.resolve("secret"));
        file.write(text);
        return new WebhookSecrets("some.secret-file", file).sign("msg_p5jXN8AQM9LWM0D4loKWxJek.1614265330", BODY);
    }
}
