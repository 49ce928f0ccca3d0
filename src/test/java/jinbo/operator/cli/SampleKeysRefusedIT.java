package jinbo.operator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Reader;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import jinbo.exchange.openpgp.Certificate;
import jinbo.exchange.openpgp.Compression;
import jinbo.exchange.openpgp.CryptoPolicy;
import jinbo.exchange.openpgp.SealRequest;
import jinbo.exchange.openpgp.Sealer;
import jinbo.exchange.openpgp.SecretKeys;
import jinbo.platform.files.OwnerOnlyFile;
import jinbo.reference.calendar.BusinessTime;
import jinbo.testing.CommandOutput;
import jinbo.testing.CommandSession;
import jinbo.testing.Steps;
import jinbo.testing.TestPerson;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The program as it is for everybody, without the profile of tests and with its own database, in a home that is no demo's: keys
 * that are published are refused wherever they come from.
 */
class SampleKeysRefusedIT {

    private static final Path KEYS = Path.of("keys-sample");

    private final Steps steps = new Steps();

    @TempDir
    private Path folder;

    private CommandSession jinbo;
    private CommandSession inADemo;
    private CommandSession partner;

    @BeforeEach
    void open() {
        CommandSession commands = CommandSession.of(home()).with("logging.level.root", "warn");
        jinbo = commands.with("spring.profiles.active", "production");
        inADemo = commands.with("spring.profiles.active", "test");
        partner = jinbo.partner(folder.resolve("own"));
    }

    @Test
    void everySampleKeyIsRefusedWhereverItComesFrom() throws IOException {
        assertRefused(jinbo.type(
                "insurer",
                "add",
                "YUNHE",
                "--name",
                "云河人寿",
                "--line",
                "LIFE",
                "--ssh-key",
                KEYS.resolve("YUNHE.ssh.pub").toString()));
        assertRefused(jinbo.type(
                "insurer",
                "add",
                "YUNHE",
                "--name",
                "云河人寿",
                "--line",
                "LIFE",
                "--sftp",
                "sftp://yunhe@127.0.0.1:1",
                "--host-key",
                fingerprint("host.ssh")));
        assertThat(jinbo.type("insurer", "add", "YUNHE", "--name", "云河人寿", "--line", "LIFE")
                        .err())
                .isEmpty();
        assertRefused(jinbo.type(
                "person",
                "add",
                "wang",
                "--full-name",
                "Wang",
                "--role",
                "KEY_OFFICER",
                "--ssh-key",
                KEYS.resolve("association.ssh.pub").toString()));
        CommandOutput added = jinbo.type(
                "key", "add", "YUNHE", KEYS.resolve("YUNHE.public.asc").toString());
        assertRefused(added);
        assertThat(added.err()).contains("ask YUNHE for its own certificate");
        assertRefused(jinbo.type(
                "key", "add", "YUNHE", KEYS.resolve("association.public.asc").toString()));

        steps.take("no request for one waits for a second person", this::noRequestForOneWaits);
        steps.take("no profile lets a sample key pass", this::noProfileLetsOnePass);
        steps.take("a certificate file with a sample key is invalid", this::aCertificateFileWithOneIsAnsweredAsInvalid);
        steps.take("insurers that have a sample key exchange nothing", this::insurersThatHaveOneAlreadyExchangeNothing);
        steps.take("a home with a sample key is not opened", this::aHomeWithOneAmongItsOwnKeysIsNotOpened);
        steps.take("the partner does not act with a sample key", this::thePartnerDoesNotActWithOne);
    }

    private void aCertificateFileWithOneIsAnsweredAsInvalid() throws IOException {
        SecretKeys yunhe =
                SecretKeys.generate("Yunhe <a@b.example>", Instant.now().minusSeconds(60));
        Path own = Files.writeString(
                folder.resolve("yunhe.asc"), yunhe.certificate().armored());
        assertThat(jinbo.type("key", "add", "YUNHE", own.toString()).err()).isEmpty();
        Certificate association =
                SecretKeys.load(home().resolve("keys/association.asc")).certificate();
        String name = "certificate-YUNHE-"
                + DateTimeFormatter.ofPattern("uuuuMMdd").format(Instant.now().atZone(ZoneId.of("Asia/Shanghai")))
                + "-001.asc.pgp";
        ByteArrayOutputStream sealed = new ByteArrayOutputStream();
        byte[] sample = Files.readAllBytes(KEYS.resolve("CHANGQING.public.asc"));
        new Sealer(yunhe, CryptoPolicy.standard(), Compression.standard())
                .seal(clear -> clear.write(sample), new SealRequest(name, Set.of(association), Instant.now()), sealed);
        Files.write(home().resolve("drops/YUNHE/upload").resolve(name), sealed.toByteArray());

        CommandOutput run = jinbo.type("run", "collect-uploads");

        assertThat(run.out()).contains(name, "REFUSED", "CERTIFICATE_INVALID");
        assertThat(jinbo.type("key", "waiting").out()).startsWith("No certificates are waiting.");
    }

    /** In another home, whose two key officers decide. */
    private void noRequestForOneWaits() {
        CommandSession elsewhere =
                CommandSession.of(folder.resolve("elsewhere").toAbsolutePath()).with("logging.level.root", "warn");
        TestPerson li = TestPerson.withKeyIn(folder, "li");
        TestPerson wang = TestPerson.withKeyIn(folder, "wang");
        assertThat(elsewhere.type(added("YUNHE")).err()).isEmpty();
        assertThat(elsewhere.type(li.adding("KEY_OFFICER")).err()).isEmpty();
        assertThat(elsewhere.as(li).type(wang.adding("KEY_OFFICER")).err()).isEmpty();
        String certificate = KEYS.resolve("YUNHE.public.asc").toString();
        String login = KEYS.resolve("YUNHE.ssh.pub").toString();

        assertRefused(elsewhere.as(li).type("key", "add", "YUNHE", certificate, "--reason", "by mail"));
        assertRefused(
                elsewhere.as(li).type("insurer", "add-ssh-key", "YUNHE", "--ssh-key", login, "--reason", "by mail"));
        assertThat(elsewhere.json("confirm", "list").at("/requests")).isEmpty();
    }

    private void noProfileLetsOnePass() {
        StringWriter err = new StringWriter();
        Terminal terminal =
                new Terminal(Reader.nullReader(), new PrintWriter(Writer.nullWriter()), new PrintWriter(err), false);
        String certificate = KEYS.resolve("YUNHE.public.asc").toString();
        Map<String, String> settings = Map.of("logging.level.root", "warn", "spring.profiles.active", "test");

        int exit = Jinbo.run(
                terminal, settings, "--home", home().toString(), "--lang", "en", "key", "add", "YUNHE", certificate);

        assertThat(exit).isEqualTo(1);
        assertThat(err.toString()).contains("A sample key is refused.");
    }

    /** As in a home that a demo has made, once its mark is deleted. */
    private void insurersThatHaveOneAlreadyExchangeNothing() throws IOException {
        String[] run = {"run", "collect-uploads", "--insurer", "YUNHE"};
        String certificate = KEYS.resolve("YUNHE.public.asc").toString();
        assertThat(inADemo.type("key", "add", "YUNHE", certificate).err()).isEmpty();
        CommandOutput refused = jinbo.type(run);
        assertRefused(refused);
        assertThat(refused.err()).contains("certificate of YUNHE", "key revoke YUNHE " + fingerprint("YUNHE"));
        assertThat(jinbo.type("status").err()).as("one may look").isEmpty();
        assertThat(jinbo.type(
                                "key",
                                "revoke",
                                "YUNHE",
                                fingerprint("YUNHE"),
                                "--compromised",
                                "--reason",
                                "a sample key")
                        .err())
                .isEmpty();
        assertThat(jinbo.type(run).err()).isEmpty();

        String pin = fingerprint("host.ssh");
        assertThat(inADemo.type(added("BEIDOU", "--sftp", "sftp://beidou@127.0.0.1:1", "--host-key", pin))
                        .err())
                .isEmpty();
        refused = jinbo.type(run);
        assertRefused(refused);
        assertThat(refused.err()).contains("server of BEIDOU", "insurer pin BEIDOU SHA256:... --only");
        assertThat(jinbo.type("insurer", "pin", "BEIDOU", "SHA256:" + "A".repeat(43), "--only")
                        .err())
                .isEmpty();

        String login = KEYS.resolve("CHANGQING.ssh.pub").toString();
        assertThat(inADemo.type(added("CHANGQING", "--ssh-key", login)).err()).isEmpty();
        refused = jinbo.type(run);
        assertRefused(refused);
        assertThat(refused.err()).contains("CHANGQING logs in with it", "insurer leave CHANGQING --on DATE");
        String today = BusinessTime.dateOf(Instant.now()).toString();
        assertThat(jinbo.type("insurer", "leave", "CHANGQING", "--on", today, "--reason", "a demo made it")
                        .err())
                .isEmpty();
        assertThat(jinbo.type(run).err()).isEmpty();
    }

    private static String[] added(String code, String... drop) {
        return Stream.concat(Stream.of("insurer", "add", code, "--name", code, "--line", "LIFE"), Stream.of(drop))
                .toArray(String[]::new);
    }

    private void aHomeWithOneAmongItsOwnKeysIsNotOpened() throws IOException {
        Path keys = home().resolve("keys");
        Path kept = keys.resolve("association.asc");
        String own = Files.readString(kept);
        new OwnerOnlyFile(kept).write(read("association.secret.asc"));
        new OwnerOnlyFile(keys.resolve("host.ssh")).write(read("host.ssh"));

        CommandOutput refused = jinbo.type("status");
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.err())
                .contains(
                        "Nothing was opened", "sample key association", "sample key host.ssh", "Move these files away");

        Files.writeString(home().resolve("THIS-IS-A-DEMO.txt"), "");
        assertThat(jinbo.type("key", "ssh").err())
                .as("a demo's home is there for them")
                .isEmpty();
        Files.delete(home().resolve("THIS-IS-A-DEMO.txt"));
        new OwnerOnlyFile(kept).write(own);
        Files.delete(keys.resolve("host.ssh"));
    }

    private void thePartnerDoesNotActWithOne() throws IOException {
        OwnerOnlyFile secret = new OwnerOnlyFile(folder.resolve("secret.asc"));
        secret.write(read("YUNHE.secret.asc"));
        assertRefused(partner.type(
                "init", "YUNHE", "--drop", "drop", "--secret-key", secret.path().toString()));
        assertRefused(partner.type(
                "init",
                "YUNHE",
                "--drop",
                "drop",
                "--association",
                KEYS.resolve("association.public.asc").toString()));
        assertRefused(partner.type(
                "init", "YUNHE", "--drop", "sftp://yunhe@127.0.0.1:1", "--host-key", fingerprint("host.ssh")));
        assertThat(folder.resolve("own/partner.properties")).doesNotExist();

        assertThat(partner.type("init", "YUNHE", "--drop", "drop").err()).isEmpty();
        Files.copy(KEYS.resolve("association.public.asc"), folder.resolve("own/association.asc"));
        CommandOutput status = partner.type("status");
        assertRefused(status);
        assertThat(status.err()).contains("ask the association for the certificate of its own key");
    }

    private static void assertRefused(CommandOutput command) {
        assertThat(command.exitCode()).isEqualTo(1);
        assertThat(command.err()).contains("A sample key is refused.", "its secret half is published");
    }

    private static String fingerprint(String name) throws IOException {
        return Files.readAllLines(KEYS.resolve("fingerprints.txt")).stream()
                .filter(line -> line.endsWith(" " + name))
                .findFirst()
                .orElseThrow()
                .split(" ")[0];
    }

    private static String read(String name) throws IOException {
        return Files.readString(KEYS.resolve(name), StandardCharsets.US_ASCII);
    }

    private Path home() {
        return folder.resolve("home").toAbsolutePath();
    }
}
