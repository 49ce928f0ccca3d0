package jinbo.platform.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.List;
import java.util.Map;
import jinbo.testing.ExternalProgram;
import jinbo.testing.Shell;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Interoperability with {@code ssh-keygen -Y}. */
class SshSignatureIT {

    private static final byte[] MESSAGE = "release complaints-YUNHE-20120921-001\n".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"ed25519", "rsa", "ecdsa"})
    void opensshAndTheProgramTakeEachOthersSignatures(String kind) throws IOException {
        String keygen = ExternalProgram.required("ssh-keygen").toString();
        Shell shell = new Shell(folder, Map.of());
        shell.run(List.of(keygen, "-q", "-t", kind, "-N", "", "-f", "key")).succeeded();
        KeyPair key = new SshKeyFile(folder.resolve("key")).read();
        Files.write(folder.resolve("message"), MESSAGE);

        shell.run(List.of(keygen, "-q", "-Y", "sign", "-f", "key", "-n", "jinbo", "message"))
                .succeeded();
        assertThat(SshSignature.verify(
                        Files.readString(folder.resolve("message.sig")), key.getPublic(), "jinbo", MESSAGE))
                .isTrue();

        Files.writeString(folder.resolve("ours.sig"), SshSignature.sign(key, "jinbo", MESSAGE));
        Files.writeString(folder.resolve("allowed"), "wang " + Files.readString(folder.resolve("key.pub")));
        shell.run(List.of("sh", "-c", keygen + " -Y verify -f allowed -I wang -n jinbo -s ours.sig < message"))
                .succeeded();
    }
}
