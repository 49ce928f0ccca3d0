package jinbo.platform.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.Map;
import jinbo.platform.files.OwnerOnlyFile;
import jinbo.testing.ExternalProgram;
import jinbo.testing.FaultyDigestProvider;
import jinbo.testing.Shell;
import jinbo.testing.UnencryptedPem;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SshKeyFileIT {

    private static final char[] PASSPHRASE = "correct horse battery staple".toCharArray();

    @TempDir
    private Path folder;

    @Test
    void onlyThePassphraseOpensIt() throws IOException {
        SshKeyFile key = new SshKeyFile(folder.resolve("login.ssh"));
        KeyPair made = key.generate(PASSPHRASE);

        assertThat(key.isProtected()).isTrue();
        assertThat(fingerprint(key.read(PASSPHRASE))).isEqualTo(fingerprint(made));
        assertThat(key.publicKey().map(found -> new SshPublicKey(found).fingerprint()))
                .contains(fingerprint(made));
        assertThatThrownBy(() -> key.read("wrong".toCharArray()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("check its passphrase");
        assertThatThrownBy(() -> key.read()).isInstanceOf(IOException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"association.ssh", "YUNHE.ssh"})
    void anotherKindOfKeyIsProtectedAndOpenedToo(String name) throws IOException {
        KeyPair sample = new SshKeyFile(Path.of("keys-sample", name)).read();
        SshKeyFile key = new SshKeyFile(
                Files.write(folder.resolve("copy"), SshKeyFile.encode(sample, PASSPHRASE, SshKeyFile.BCRYPT_ROUNDS)));

        assertThat(new SshKeyFile(Path.of("keys-sample", name)).isProtected()).isFalse();
        assertThat(key.isProtected()).isTrue();
        assertThat(fingerprint(key.read(PASSPHRASE))).isEqualTo(fingerprint(sample));
    }

    @Test
    void thePublicHalfOfAnOpenPemIsDerived() throws Exception {
        KeyPair sample = KeyUtils.generateKeyPair("ecdsa-sha2-nistp256", 256);
        Path pem = Files.writeString(folder.resolve("pem"), UnencryptedPem.of(sample));

        assertThat(new SshKeyFile(pem).publicKey().map(found -> new SshPublicKey(found).fingerprint()))
                .contains(fingerprint(sample));
        assertThat(new SshKeyFile(Files.writeString(folder.resolve("none"), "no key")).publicKey())
                .isEmpty();
    }

    /** The protected key may replace the only other copy. */
    @Test
    void refusesProtectionThatDoesNotOpen() throws Exception {
        KeyPair sample = new SshKeyFile(Path.of("keys-sample", "YUNHE.ssh")).read();
        FaultyDigestProvider.whileHashIsWrong(
                "SHA-512",
                String.valueOf(PASSPHRASE),
                () -> assertThatThrownBy(() -> SshKeyFile.encode(sample, PASSPHRASE, 1))
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessageContaining("is not stored"));
    }

    @Tag("interop")
    @Test
    void openSshReadsWhatWeProtectAndWeWhatItProtects() throws IOException {
        ExternalProgram.required("ssh-keygen");
        Shell shell = new Shell(folder, Map.of());
        Path ours = folder.resolve("ours");
        KeyPair made = new SshKeyFile(ours).generate(PASSPHRASE);

        assertThat(shell.run("ssh-keygen", "-y", "-P", "wrong", "-f", ours.toString())
                        .exit())
                .isNotZero();
        String line = shell.run("ssh-keygen", "-y", "-P", String.valueOf(PASSPHRASE), "-f", ours.toString())
                .succeeded()
                .out();
        assertThat(SshPublicKey.parse(line).fingerprint()).isEqualTo(fingerprint(made));

        for (String format : new String[] {"PEM", "PKCS8"}) {
            Path open = folder.resolve("open-" + format);
            shell.run("ssh-keygen", "-q", "-t", "ecdsa", "-m", format, "-N", "", "-f", open.toString())
                    .succeeded();
            assertThat(new SshKeyFile(open).publicKey().map(found -> new SshPublicKey(found).fingerprint()))
                    .as(format)
                    .contains(SshPublicKey.parse(Files.readString(folder.resolve("open-" + format + ".pub")))
                            .fingerprint());
        }
        for (String format : new String[] {"RFC4716", "PEM"}) {
            Path theirs = folder.resolve(format);
            shell.run(
                            "ssh-keygen",
                            "-q",
                            "-t",
                            "ecdsa",
                            "-m",
                            format,
                            "-N",
                            String.valueOf(PASSPHRASE),
                            "-f",
                            theirs.toString())
                    .succeeded();
            SshKeyFile key = new SshKeyFile(theirs);
            assertThat(key.isProtected()).as(format).isTrue();
            assertThat(fingerprint(key.read(PASSPHRASE)))
                    .isEqualTo(SshPublicKey.parse(Files.readString(folder.resolve(format + ".pub")))
                            .fingerprint());
        }
    }

    @Test
    void aFileThatIsNoKeyIsNone() throws IOException {
        SshKeyFile key = new SshKeyFile(folder.resolve("none"));
        for (String text : new String[] {
            "", "-----BEGIN OPENSSH PRIVATE KEY-----\nb3BlbnNzaC1rZXktdjEA\n-----END OPENSSH PRIVATE KEY-----\n"
        }) {
            new OwnerOnlyFile(key.path()).write(text);
            assertThat(key.publicKey()).isEmpty();
            assertThatThrownBy(() -> key.read(PASSPHRASE)).isInstanceOf(IOException.class);
        }
    }

    private static String fingerprint(KeyPair pair) {
        return new SshPublicKey(pair.getPublic()).fingerprint();
    }
}
