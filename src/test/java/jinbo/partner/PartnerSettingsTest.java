package jinbo.partner;

import static jinbo.partner.PublishedListFixture.NOW;
import static jinbo.testing.ExpectedError.code;
import static jinbo.testing.ExpectedError.error;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import jinbo.exchange.keys.KeysError;
import jinbo.exchange.keys.PassphraseSource;
import jinbo.exchange.keys.Prompt;
import jinbo.exchange.keys.SampleKeys;
import jinbo.exchange.openpgp.UnusableKeyException;
import jinbo.participant.insurer.InsurerCode;
import jinbo.partner.PartnerSettings.DropPlace;
import jinbo.platform.error.ErrorMessage;
import jinbo.platform.files.OwnerOnlyFile;
import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPSecretKeyRing;
import org.bouncycastle.openpgp.PGPUtil;
import org.bouncycastle.openpgp.operator.bc.BcKeyFingerprintCalculator;
import org.bouncycastle.openpgp.operator.bc.BcPBESecretKeyEncryptorBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPGPDigestCalculatorProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PartnerSettingsTest {

    private static final ErrorMessage REMEDY = ErrorMessage.of(KeysError.SET_PASSPHRASE, "JINBO_PASSPHRASE");

    private static final String HOST_KEY = "SHA256:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

    @TempDir
    private Path home;

    private PartnerFolder folder;

    @BeforeEach
    void aFolder() {
        folder = new PartnerFolder(home.resolve("partner"));
    }

    @Test
    void aFreshSideHasItsOwnKeysAndSettingsThatAreRead() throws IOException {
        SetUpPartner.SetUp done = setUp().setUp(known("sftp://yunhe@sftp.example.com:2222"), NOW, Locale.ROOT);

        PartnerSettings settings = PartnerSettings.read(folder);
        assertThat(settings.code()).isEqualTo(new InsurerCode("YUNHE"));
        assertThat(settings.drop())
                .isInstanceOfSatisfying(
                        DropPlace.Server.class,
                        server -> assertThat(server.address()).hasToString("sftp://yunhe@sftp.example.com:2222"));
        assertThat(settings.secretKeys()).containsExactly(folder.root().resolve("secret.asc"));
        assertThat(done.certificate().orElseThrow()).content().contains("PUBLIC KEY BLOCK");
        assertThat(done.loginKey().orElseThrow()).content().startsWith("ssh-ed25519 ");
        assertThatThrownBy(() -> load("").load(settings))
                .as("the association's certificate comes later")
                .hasMessageContaining("association.asc");
    }

    @Test
    void keysThatAreThereStayWhereTheyAre() throws IOException {
        Path secret = closed(PartnerTestKeys.FOLDER.resolve("YUNHE.secret.asc"), "own.asc");
        SetUpPartner.Known known = new SetUpPartner.Known(
                new InsurerCode("YUNHE"),
                home.resolve("drop").toString(),
                List.of(),
                Optional.empty(),
                Optional.of(secret),
                Optional.empty(),
                List.of(PartnerTestKeys.FOLDER.resolve("association.public.asc")),
                Optional.empty());

        SetUpPartner.SetUp done = setUp().setUp(known, NOW, Locale.ROOT);

        assertThat(done.certificate()).isEmpty();
        assertThat(done.loginKey()).as("a folder needs no login").isEmpty();
        Partner partner = load("").load(PartnerSettings.read(folder));
        assertThat(partner.keys().ownFingerprints())
                .isEqualTo(PartnerTestKeys.YUNHE.keys().ownFingerprints());
    }

    @Test
    void settingsAreNeverOverwritten() throws IOException {
        setUp().setUp(known("drop"), NOW, Locale.ROOT);

        assertThatThrownBy(() -> setUp().setUp(known("other"), NOW, Locale.ROOT))
                .isInstanceOf(java.nio.file.FileAlreadyExistsException.class);
    }

    @Test
    void commentsOfSettingsAreInTheLanguageOfTheCommand() throws IOException {
        setUp().setUp(known("drop"), NOW, Locale.CHINESE);

        assertThat(folder.settings()).content().contains("# jinbo partner 的设置");
        assertThat(PartnerSettings.read(folder).code()).isEqualTo(new InsurerCode("YUNHE"));
    }

    @Test
    void settingsThatCannotBeUsedAreNotWritten() {
        assertThatThrownBy(() -> setUp().setUp(
                                new SetUpPartner.Known(
                                        new InsurerCode("YUNHE"),
                                        "sftp://yunhe@sftp.example.com",
                                        List.of(),
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.empty(),
                                        List.of(),
                                        Optional.empty()),
                                NOW,
                                Locale.ROOT))
                .isInstanceOf(PartnerException.class)
                .hasMessageContaining("host key");
        assertThat(folder.settings()).doesNotExist();
    }

    @Test
    void whatIsWrongWithASettingIsSaidWithItsName() throws IOException {
        Map<String, String> faults = Map.of(
                "drop = d\nsecret-key = s\nassociation = a\n",
                "setting code",
                "code = yunhe\ndrop = d\nsecret-key = s\nassociation = a\n",
                "3 to 12 characters",
                "code = YUNHE\nsecret-key = s\nassociation = a\n",
                "setting drop",
                "code = YUNHE\ndrop = sftp://h/\nhost-keys = " + HOST_KEY + "\n",
                "names no user",
                "code = YUNHE\ndrop = sftp://u@h\nhost-keys = MD5:1\n",
                "SHA256:",
                "code = YUNHE\ndrop = d\nassociation = a\n",
                "setting secret-key",
                "code = YUNHE\ndrop = d\nsecret-key = s\n",
                "setting association",
                "code = YUNHE\npassphrase = secret\n",
                "known settings are association, code");
        folder.create();
        for (Map.Entry<String, String> fault : faults.entrySet()) {
            Files.writeString(folder.settings(), fault.getKey());

            assertThatThrownBy(() -> PartnerSettings.read(folder))
                    .is(code("PARTNER_SETTING_UNUSABLE"))
                    .hasMessageContaining(fault.getValue());
        }
    }

    @Test
    void aFolderThatIsNotSetUpIsSaidToBeSo() {
        assertThatThrownBy(() -> PartnerSettings.read(folder))
                .is(error(PartnerError.PARTNER_NOT_SET_UP))
                .hasMessageContaining("partner init");
    }

    @Test
    void aSecretThatOthersCanReadIsRefused() throws IOException {
        if (!home.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            return;
        }
        setUp().setUp(known("drop"), NOW, Locale.ROOT);
        Files.setPosixFilePermissions(
                folder.root().resolve("secret.asc"), PosixFilePermissions.fromString("rw-r-----"));

        assertThatThrownBy(() -> load("").load(PartnerSettings.read(folder)))
                .isInstanceOf(OwnerOnlyFile.InsecurePermissionsException.class)
                .hasMessageContaining("chmod 600");
    }

    @Test
    void aPassphraseComesFromAFileOrTheEnvironment() throws Exception {
        Path secret = closed(PartnerTestKeys.FOLDER.resolve("YUNHE.secret.asc"), "own.asc");
        Path words = closed(Files.writeString(home.resolve("words"), "no need\n"), "passphrase");
        folder.create();
        String settings = "code = YUNHE\ndrop = d\nsecret-key = " + secret + "\nassociation = "
                + PartnerTestKeys.FOLDER.resolve("association.public.asc").toAbsolutePath() + "\n";
        Files.writeString(folder.settings(), settings + "passphrase-file = " + words + "\n");

        assertThat(load("other").load(PartnerSettings.read(folder)).code())
                .as("a key without a passphrase opens with any")
                .isEqualTo(new InsurerCode("YUNHE"));
        Path guarded = closed(guarded("open sesame"), "guarded.asc");
        Files.writeString(folder.settings(), settings.replace(secret.toString(), guarded.toString()));
        assertThatThrownBy(() -> load("wrong").load(PartnerSettings.read(folder)))
                .isInstanceOf(UnusableKeyException.class);
        assertThat(load("open sesame").load(PartnerSettings.read(folder)).code())
                .isEqualTo(new InsurerCode("YUNHE"));
    }

    private SetUpPartner setUp() {
        return new SetUpPartner(folder, PassphraseSource.none(), SampleKeys.allowedIf(true));
    }

    private LoadPartner load(String passphrase) throws IOException {
        Optional<Path> file = folder.isSetUp() ? PartnerSettings.read(folder).passphraseFile() : Optional.empty();
        return new LoadPartner(
                folder,
                new PassphraseSource(file, () -> Optional.of(passphrase), Prompt.NONE, REMEDY),
                SampleKeys.allowedIf(true));
    }

    private Path guarded(String passphrase) throws IOException, PGPException {
        try (InputStream armored = Files.newInputStream(PartnerTestKeys.FOLDER.resolve("YUNHE.secret.asc"))) {
            PGPSecretKeyRing plain =
                    new PGPSecretKeyRing(PGPUtil.getDecoderStream(armored), new BcKeyFingerprintCalculator());
            byte[] locked = PGPSecretKeyRing.copyWithNewPassword(
                            plain,
                            null,
                            new BcPBESecretKeyEncryptorBuilder(
                                            9, new BcPGPDigestCalculatorProvider().get(HashAlgorithmTags.SHA256))
                                    .build(passphrase.toCharArray()))
                    .getEncoded();
            return Files.write(home.resolve("locked"), locked);
        }
    }

    private Path closed(Path from, String name) throws IOException {
        Path to = Files.copy(from, home.resolve(name));
        if (to.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(to, PosixFilePermissions.fromString("rw-------"));
        }
        return to;
    }

    private static SetUpPartner.Known known(String drop) {
        return new SetUpPartner.Known(
                new InsurerCode("YUNHE"),
                drop,
                List.of(HOST_KEY),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty());
    }
}
