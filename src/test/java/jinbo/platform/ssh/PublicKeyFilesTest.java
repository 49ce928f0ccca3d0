package jinbo.platform.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import jinbo.platform.ssh.PublicKeyFiles.SshKeyException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublicKeyFilesTest {

    private static final String KEY =
            "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIAABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhscHR4f ";

    @TempDir
    private Path folder;

    @Test
    void readsAKeyWhoseCommentIsInAnotherEncoding() throws IOException {
        Path file = Files.writeString(folder.resolve("gbk.pub"), KEY + "王@电脑\n", Charset.forName("GBK"));

        assertThat(PublicKeyFiles.read(List.of(file)))
                .singleElement()
                .asString()
                .startsWith(KEY);
    }

    @Test
    void refusesAFileThatIsNoText() throws IOException {
        Path file = Files.writeString(folder.resolve("utf-16.pub"), "\ufeff" + KEY, StandardCharsets.UTF_16LE);

        assertThatExceptionOfType(SshKeyException.class)
                .isThrownBy(() -> PublicKeyFiles.read(List.of(file)))
                .withMessageContaining("utf-16.pub");
    }
}
