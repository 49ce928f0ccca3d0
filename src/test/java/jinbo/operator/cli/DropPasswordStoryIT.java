package jinbo.operator.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import jinbo.exchange.keys.PassphraseSource;
import jinbo.exchange.sftp.DropAddress;
import jinbo.exchange.sftp.HostKeyPins;
import jinbo.participant.insurer.DropLocation;
import jinbo.partner.DropConnection;
import jinbo.partner.PartnerFolder;
import jinbo.partner.PartnerSettings;
import jinbo.testing.CommandOutput;
import jinbo.testing.CommandSession;
import jinbo.testing.SettableClock;
import jinbo.testing.Steps;
import jinbo.testing.TestExchange;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.auth.password.UserAuthPasswordFactory;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataIntegrityViolationException;
import tools.jackson.databind.JsonNode;

/** An insurer's server takes passwords only, and its host key changes: from the first check to a run, on both sides. */
class DropPasswordStoryIT {

    private static final String NOW = "2026-11-24T09:00:00+08:00";
    private static final String PASSWORD = "Tr0ub4dor & 3";
    private static final String NEXT = "SHA256:" + "A".repeat(42) + "E";

    @TempDir
    private Path folder;

    private final Steps steps = new Steps();
    private SshServer server;
    private String hostKey;
    private TestExchange exchange;
    private CommandSession commands;

    @BeforeEach
    void start() throws Exception {
        Path drop = folder.resolve("drop");
        for (String each : List.of("upload", "archive", "download")) {
            Files.createDirectories(drop.resolve(each));
        }
        var key = KeyUtils.generateKeyPair(KeyPairProvider.SSH_ED25519, 256);
        hostKey = KeyUtils.getFingerPrint(key.getPublic());
        server = SshServer.setUpDefaultServer();
        server.setHost("127.0.0.1");
        server.setKeyPairProvider(KeyPairProvider.wrap(key));
        server.setUserAuthFactories(List.of(UserAuthPasswordFactory.INSTANCE));
        server.setPasswordAuthenticator((user, password, session) -> password.equals(PASSWORD));
        server.setFileSystemFactory(new VirtualFileSystemFactory(drop));
        server.setSubsystemFactories(List.of(new SftpSubsystemFactory.Builder().build()));
        server.start();
        exchange = TestExchange.start(folder.resolve("home"), new SettableClock(NOW));
        commands = CommandSession.over(exchange);
        exchange.moveDrop(
                "YUNHE", drop, new DropAddress("127.0.0.1", server.getPort(), "jinbo", HostKeyPins.of(hostKey), ""));
    }

    @AfterEach
    void stop() throws IOException {
        exchange.close();
        server.stop(true);
    }

    @Test
    void fromTheFirstCheckToARun() {
        steps.take("drop check wants a password", this::aPasswordIsWanted);
        steps.take("the password is kept for its owner alone", this::itIsKeptForItsOwnerAlone);
        steps.take("drop check finds no fault", this::thenAllIsGood);
        steps.take("the insurer itself logs in by password, too", this::theInsurerItselfLogsInByPasswordToo);
        steps.take("a forgotten password is gone", this::whatIsForgottenIsGone);
        steps.take("host keys overlap and the last one stays", this::hostKeysOverlapAndTheLastOneStays);
    }

    private void aPasswordIsWanted() {
        JsonNode wanted = commands.json(1, "drop", "check", "YUNHE");

        assertThat(wanted.at("/good").asBoolean()).isFalse();
        assertThat(step(wanted, "LOGIN")).isEqualTo("PASSWORD_WANTED");
        assertThat(step(wanted, "SFTP")).isEqualTo("NOT_TRIED");
        assertThat(commands.type("drop", "check", "YUNHE").out()).contains("drop password YUNHE");
        assertThat(exchange.collect().problems()).hasSize(1);
    }

    private void itIsKeptForItsOwnerAlone() throws IOException {
        Path typed = Files.writeString(folder.resolve("typed"), PASSWORD + "\n");
        Files.setPosixFilePermissions(typed, PosixFilePermissions.fromString("rw-r--r--"));

        CommandOutput open = commands.type("drop", "password", "YUNHE", "--password-file", typed.toString());
        assertThat(open.exitCode()).isEqualTo(1);
        assertThat(open.err()).contains("chmod 600").doesNotContain(PASSWORD);
        assertThat(commands.type("drop", "password", "YUNHE").err()).contains("1 to 256 characters");
        assertThat(commands.withInput(PASSWORD + "\n")
                        .type("drop", "password", "BEIDOU")
                        .err())
                .contains("embedded server");
        assertThat(kept()).doesNotExist();

        CommandOutput set = commands.withInput(PASSWORD + "\n").type("drop", "password", "YUNHE");
        assertThat(set.err()).isEmpty();
        assertThat(set.out()).contains("drop check YUNHE").doesNotContain(PASSWORD);
        Files.setPosixFilePermissions(typed, PosixFilePermissions.fromString("rw-------"));
        assertThat(commands.type("drop", "password", "YUNHE", "--password-file", typed.toString())
                        .exitCode())
                .isZero();
        assertThat(kept()).hasContent(PASSWORD);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(kept())))
                .isEqualTo("rw-------");
        assertThat(exchange.sql()
                        .sql("select count(*) from access_log_entry where object like 'drop password YUNHE%'"
                                + " or purpose like '%Tr0ub%'")
                        .query(Long.class)
                        .single())
                .as("two are told, as intent and result, and no word of which password")
                .isGreaterThanOrEqualTo(2);
    }

    private void thenAllIsGood() throws IOException {
        JsonNode good = commands.json("drop", "check", "YUNHE");

        assertThat(good.at("/good").asBoolean()).isTrue();
        assertThat(good.at("/steps"))
                .allMatch(step -> !step.at("/grade").asString().equals("WRONG"));
        assertThat(good.toString()).doesNotContain(PASSWORD);
        assertThat(step(good, "ROUND_TRIP")).isEqualTo("CAME_BACK");
        assertThat(commands.in("zh").type("drop", "check", "YUNHE").out()).contains("[正常] 签名往返");
        exchange.upload(
                "YUNHE",
                "complaints-YUNHE-20261124-001.csv.pgp",
                "mobile,complaint,complained_on\r\n13810001234,TELEMARKETING,2026-11-20\r\n");
        assertThat(exchange.collect().problems()).isEmpty();
        assertThat(exchange.publish().problems()).isEmpty();
        Files.setPosixFilePermissions(kept(), PosixFilePermissions.fromString("rw-r-----"));
        assertThat(exchange.collect().problems().toString()).contains("chmod 600");
        Files.setPosixFilePermissions(kept(), PosixFilePermissions.fromString("rw-------"));
    }

    private void theInsurerItselfLogsInByPasswordToo() throws IOException {
        PartnerFolder own = new PartnerFolder(folder.resolve("partner"));
        Files.createDirectory(own.root());
        Files.writeString(own.root().resolve("secret.txt"), PASSWORD + "\n");
        Files.setPosixFilePermissions(own.root().resolve("secret.txt"), PosixFilePermissions.fromString("rw-------"));
        Files.writeString(own.settings(), """
                code = YUNHE
                drop = sftp://jinbo@127.0.0.1:%d
                host-keys = %s
                login-password-file = secret.txt
                secret-key = secret.asc
                association = association.asc
                """.formatted(server.getPort(), hostKey));
        try (DropConnection drop = DropConnection.connect(PartnerSettings.read(own), own, PassphraseSource.none())) {
            assertThat(drop.session().scan(name -> true).files()).isNotEmpty();
        }
        Files.setPosixFilePermissions(own.root().resolve("secret.txt"), PosixFilePermissions.fromString("rw-r--r--"));
        assertThatThrownBy(() -> DropConnection.connect(PartnerSettings.read(own), own, PassphraseSource.none()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("chmod 600");
    }

    private void whatIsForgottenIsGone() {
        assertThat(commands.type("drop", "password", "YUNHE", "--forget").out()).contains("The password is deleted");
        assertThat(commands.type("drop", "password", "YUNHE", "--forget").out()).contains("No password is stored");
        assertThat(kept()).doesNotExist();
        assertThat(commands.type("drop", "password", "YUNHE", "--forget", "--password-file", "x")
                        .exitCode())
                .isEqualTo(2);
    }

    private void hostKeysOverlapAndTheLastOneStays() {
        CommandOutput last = commands.type("insurer", "unpin", "YUNHE", hostKey);
        assertThat(last.exitCode()).isEqualTo(1);
        assertThat(last.err()).contains("the only pinned one");
        assertThat(commands.type("insurer", "unpin", "YUNHE", NEXT).err()).contains("is not pinned for YUNHE");

        assertThat(commands.type("insurer", "pin", "YUNHE", NEXT).out()).contains(hostKey, NEXT);
        assertThat(step(commands.json(1, "drop", "check", "YUNHE"), "HOST_KEY"))
                .as("both count")
                .isEqualTo("HOST_KEY_PINNED");
        assertThat(commands.type("insurer", "unpin", "YUNHE", hostKey).out())
                .contains(NEXT)
                .doesNotContain(hostKey);
        assertThat(step(commands.json(1, "drop", "check", "YUNHE"), "HOST_KEY")).isEqualTo("HOST_KEY_NOT_PINNED");
        assertThat(commands.type("insurer", "add", "BOHAI", "--name", "B", "--line", "LIFE", "--sftp", "sftp://a@b")
                        .exitCode())
                .isEqualTo(2);
        assertThatThrownBy(() -> new DropLocation.Remote(URI.create("sftp://a@b"), Set.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> exchange.sql()
                        .sql("update insurer set drop_keys = '{}' where code = 'YUNHE'")
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    private Path kept() {
        return folder.resolve("home/keys/drops/YUNHE.password");
    }

    private static String step(JsonNode checked, String name) {
        for (JsonNode step : checked.at("/steps")) {
            if (step.at("/step").asString().equals(name)) {
                return step.at("/code").asString();
            }
        }
        throw new AssertionError("no step " + name);
    }
}
