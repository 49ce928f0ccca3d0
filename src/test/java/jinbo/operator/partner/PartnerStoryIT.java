package jinbo.operator.partner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import jinbo.exchange.sftp.server.DropAccount;
import jinbo.exchange.sftp.server.EmbeddedSftpServer;
import jinbo.exchange.sftp.server.TestDrop;
import jinbo.platform.ssh.SshKeyFile;
import jinbo.platform.ssh.SshPublicKey;
import jinbo.testing.CommandOutput;
import jinbo.testing.CommandSession;
import jinbo.testing.SettableClock;
import jinbo.testing.Steps;
import jinbo.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * An integrator's first fortnight: the insurer's own side against the association's, both by their commands, over a real SFTP
 * server.
 */
class PartnerStoryIT {

    private static final String NOW = "2026-11-24T09:00:00+08:00";
    private static final String NEXT_DAY = "2026-11-25T09:00:00+08:00";
    private static final String AFTER_USE_BY = "2026-12-20T09:00:00+08:00";
    private static final String UPLOAD =
            "mobile,complaint,complained_on,business_line\r\n13810001234,TELEMARKETING,2026-11-20,LIFE\r\n"
                    + "13810001235,TELEMARKETING,2026-11-20,\r\n010-65551234,TELEMARKETING,2026-11-20,\r\n";
    private static final Path KEYS = Path.of("keys-sample");

    private final SettableClock clock = new SettableClock(NOW);
    private final Steps steps = new Steps();

    @TempDir
    private Path folder;

    private CommandSession association;
    private CommandSession partner;
    private EmbeddedSftpServer server;
    private int port;

    @BeforeEach
    void yunheHasAServerOfItsOwn() throws IOException {
        CommandSession commands = CommandSession.over(home(), TestDatabase.freshUrl(), clock);
        association = commands.readBy(typed -> {
            assertThat(typed.err()).isEmpty();
            assertThat(typed.exitCode()).isZero();
        });
        partner = commands.partner(own("")).readBy(typed -> {
            assertThat(CommandSession.NO_HOME).as("no home comes into being").doesNotExist();
            assertThat(typed.shown()).as("never a number").doesNotContainPattern("1381000123");
        });
        KeyPair login = new SshKeyFile(KEYS.resolve("YUNHE.ssh")).read();
        DropAccount account = new DropAccount(drop(), Set.of(new SshPublicKey(login.getPublic())));
        TestDrop.createFolders(account);
        server = start(account, 0);
        port = server.addressOf("YUNHE").port();
    }

    @AfterEach
    void theServerStops() throws IOException {
        server.close();
    }

    @Test
    void anIntegratorSetsUpSendsFetchesAppliesAcknowledgesAndChecks() {
        steps.take("an integrator sets up the insurer's side", this::setsUp);
        steps.take("sends an upload through a broken line", this::sendsThroughABrokenLine);
        steps.take("reads the receipt", this::readsTheAnswer);
        steps.take("holds the first list and acknowledges it once", this::holdsTheFirstListAndAcknowledgesItOnce);
        steps.take("asks for a full list", this::asksForAFullList);
        steps.take("checks calls", this::checksCalls);
        steps.take("wrong use is refused", this::tellsWrongUse);
        steps.take("calls nobody after the last day of the list", this::callsNobodyAfterTheLastDayOfTheList);
        steps.take("sees a list that somebody else put there", this::seesAListThatSomebodyElsePutThere);
    }

    private void setsUp() throws IOException {
        Path secret = ownerOnly("YUNHE.secret.asc");
        Path login = ownerOnly("YUNHE.ssh");
        assertThat(partner.type("status").err()).contains("partner init");

        CommandOutput init = partner.type(
                "init",
                "YUNHE",
                "--drop",
                "sftp://YUNHE@127.0.0.1:" + port,
                "--host-key",
                server.fingerprint(),
                "--secret-key",
                secret.toString(),
                "--login-key",
                login.toString(),
                "--association",
                association().toString());

        assertThat(init.err()).isEmpty();
        assertThat(init.exitCode()).isZero();
        assertThat(partner.type("init", "YUNHE", "--drop", "elsewhere").exitCode())
                .as("settings are never overwritten")
                .isEqualTo(1);
        association.type("insurer", "add", "YUNHE", "--name", "云河人寿", "--line", "LIFE", "--line", "MOTOR");
        association.type(
                "insurer", "agree", "YUNHE", "--self-discipline", "2026-01-01", "--confidentiality", "2026-01-01");
        association.type("key", "add", "YUNHE", KEYS.resolve("YUNHE.public.asc").toString());
        Files.writeString(association(), association.type("key", "export").out(), StandardCharsets.US_ASCII);
        CommandOutput status = partner.type("status");
        assertThat(status.exitCode()).as("nobody may be called yet").isEqualTo(1);
        assertThat(status.out()).contains("No list has been applied");
    }

    private void sendsThroughABrokenLine() throws IOException {
        Path upload = Files.writeString(folder.resolve("complaints.csv"), UPLOAD);
        server.close();

        CommandOutput broken = partner.type("upload", upload.toString());
        assertThat(broken.exitCode()).isEqualTo(1);
        assertThat(broken.err()).contains("The drop ", "127.0.0.1");
        assertThat(partner.json(1, "status").at("/unanswered/0/dropped_at").isNull())
                .isTrue();
        byte[] sealed = Files.readAllBytes(own("outbox/complaints-YUNHE-20261124-001.csv.pgp"));

        restartServer();
        JsonNode sent = partner.json("upload", upload.toString());
        assertThat(sent.propertyNames()).containsExactly("file", "sealed_at", "dropped_at", "before");
        assertThat(sent.at("/file").asString()).isEqualTo("complaints-YUNHE-20261124-001.csv.pgp");
        assertThat(Files.readAllBytes(drop().resolve("upload/complaints-YUNHE-20261124-001.csv.pgp")))
                .as("the same bytes")
                .isEqualTo(sealed);
        assertThat(partner.json("upload", upload.toString()).at("/before").asBoolean())
                .as("and once")
                .isTrue();
        assertThat(partner.type("upload", upload.toString(), "--date", "2026-11-25")
                        .err())
                .contains("today or one of the 31 days before today");
    }

    private void readsTheAnswer() throws IOException {
        carry("upload");
        association.type("run", "collect-uploads");
        carryBack();

        JsonNode fetched = partner.json("fetch");

        assertThat(fetched.propertyNames()).containsExactly("files", "receipts", "certificates", "passed_over");
        JsonNode receipt = fetched.at("/receipts/0");
        assertThat(receipt.at("/status").asString()).isEqualTo("PARTLY_ACCEPTED");
        assertThat(receipt.at("/accepted").asInt()).isEqualTo(2);
        assertThat(receipt.at("/effective_on").asString()).isEqualTo("2026-12-04");
        assertThat(receipt.at("/findings/MOBILE_LANDLINE").asInt()).isEqualTo(1);
        assertThat(partner.type("fetch").out()).contains("No new files");
        assertThat(partner.type("show", "receipt-complaints-YUNHE-20261124-001.json.pgp")
                        .out())
                .contains("PARTLY_ACCEPTED", "MOBILE_LANDLINE 1");
        CommandOutput outcome = partner.type("show", "outcome-complaints-YUNHE-20261124-001.csv.pgp");
        assertThat(outcome.out())
                .contains("4     mobile  REFUSED   MOBILE_LANDLINE")
                .doesNotContain("65551234");
        assertThat(partner.json(1, "status").at("/unanswered").size()).isZero();
    }

    private void holdsTheFirstListAndAcknowledgesItOnce() throws IOException {
        association.type("run", "publish-block-lists");
        carryBack();

        JsonNode synced = partner.json("sync", "--unit", "HAIDIAN-2", "--unit", "CHAOYANG");

        assertThat(synced.propertyNames())
                .containsExactly("dropped", "fetched", "applied", "acknowledgement", "signs", "asked", "not_dropped");
        assertThat(synced.at("/applied/sequence").asInt()).isEqualTo(1);
        assertThat(synced.at("/applied/before").isNull()).isTrue();
        assertThat(synced.at("/applied/entries").asInt()).isEqualTo(3);
        assertThat(synced.at("/acknowledgement").asString()).isEqualTo("ack-YUNHE-20261124-001.json.pgp");
        assertThat(drop().resolve("upload/ack-YUNHE-20261124-001.json.pgp")).exists();
        JsonNode again = partner.json("sync", "--unit", "HAIDIAN-2", "--unit", "CHAOYANG");
        assertThat(again.at("/acknowledgement").isNull()).isTrue();
        assertThat(partner.json("ack", "--unit", "CHAOYANG").at("/file").asString())
                .as("other units, another word")
                .isEqualTo("ack-YUNHE-20261124-002.json.pgp");
        CommandOutput status = partner.type("status");
        assertThat(status.exitCode()).isZero();
        assertThat(status.out()).contains("Sequence", "LIFE, MOTOR", "2026-12-08", "ack-YUNHE-20261124-002.json.pgp");
        assertThat(partner.type("show", "blocklist-YUNHE-00000001.manifest.json.pgp")
                        .out())
                .contains("full", "LIFE, MOTOR", "2026-12-08");
    }

    private void asksForAFullList() {
        assertThat(partner.type("resync", "--reason", "call 13810001234").exitCode())
                .isEqualTo(2);

        CommandOutput asked = partner.type("resync", "--reason", "a disk was lost");

        assertThat(asked.exitCode()).isZero();
        assertThat(asked.out()).contains("Put on the drop: resync-YUNHE-20261124-001.json.pgp");
        assertThat(drop().resolve("upload/resync-YUNHE-20261124-001.json.pgp")).exists();
    }

    private void checksCalls() throws IOException {
        Path calls = Files.writeString(
                folder.resolve("calls.csv"), "id,mobile\r\n1,13810001234\r\n2,13810001235\r\n3,13700000000\r\n");
        Path customers = Files.writeString(folder.resolve("customers.csv"), "mobile\r\n13810001234\r\nnone\r\n");

        CommandOutput whichLine = partner.type("check", calls.toString(), "--purpose", "sales");
        assertThat(whichLine.exitCode()).isEqualTo(1);
        assertThat(whichLine.err()).contains("List 1 covers LIFE, MOTOR; name the line");
        assertThat(partner.failureJson("check", calls.toString(), "--line", "PROPERTY", "--purpose", "sales")
                        .at("/error")
                        .asString())
                .isEqualTo("BUSINESS_LINE_NOT_ON_LIST");
        CommandOutput sales = partner.type("check", calls.toString(), "--line", "MOTOR", "--purpose", "sales");
        assertThat(sales.exitCode()).isZero();
        assertThat(sales.out()).contains("3 calls for MOTOR, 3 of them allowed, by list 1", "NOT_YET");

        clock.set("2026-12-04T00:00:00+08:00");
        JsonNode service = partner.json(
                "check",
                calls.toString(),
                "--line",
                "LIFE",
                "--purpose",
                "service",
                "--in-force",
                customers.toString(),
                "--out",
                folder.resolve("service.csv").toString());
        assertThat(service.at("/business_line").asString()).isEqualTo("LIFE");
        assertThat(service.at("/may_call").asInt()).isEqualTo(2);
        assertThat(service.at("/customers_unreadable").asInt()).isEqualTo(1);
        assertThat(folder.resolve("service.csv"))
                .content()
                .isEqualTo("id,mobile,may_call,why\r\n"
                        + "1,13810001234,Y,SERVICE_TO_CUSTOMER business_line=LIFE"
                        + " effective_on=2026-12-04 expires_on=2028-12-04\r\n"
                        + "2,13810001235,N,NOT_A_CUSTOMER business_line=LIFE"
                        + " effective_on=2026-12-04 expires_on=2028-12-04\r\n"
                        + "3,13700000000,Y,NOT_BLOCKED business_line=LIFE\r\n");
        assertThat(partner.type("check", calls.toString(), "--line", "MOTOR", "--purpose", "sales")
                        .err())
                .as("nothing is overwritten")
                .contains("calls.checked.csv");
        Path motor = folder.resolve("motor.csv");
        partner.type("check", calls.toString(), "--line", "MOTOR", "--purpose", "sales", "--out", motor.toString());
        assertThat(motor)
                .content()
                .isEqualTo("id,mobile,may_call,why\r\n1,13810001234,Y,NOT_BLOCKED business_line=MOTOR\r\n"
                        + "2,13810001235,N,BLOCKED business_line=MOTOR effective_on=2026-12-04 expires_on=2028-12-04\r\n"
                        + "3,13700000000,Y,NOT_BLOCKED business_line=MOTOR\r\n");
        clock.set(NOW);
    }

    private void tellsWrongUse() {
        assertThat(partner.type("check", "calls.csv").exitCode()).isEqualTo(2);
        CommandOutput customers =
                partner.type("check", "calls.csv", "--purpose", "sales", "--in-force", "customers.csv");
        assertThat(customers.exitCode()).isEqualTo(2);
        assertThat(customers.err()).contains("only with --purpose service");
        assertThat(partner.type("show", "blocklist-YUNHE-00000001-full.csv.pgp").exitCode())
                .as("lists are numbers")
                .isEqualTo(2);
        assertThat(partner.type("upload", "a.csv", "--number", "1000").exitCode())
                .isEqualTo(2);
        assertThat(partner.type("ack", "--unit", "海淀").exitCode()).isEqualTo(2);
        assertThat(partner.with("jinbo.clock", "yesterday").type("status").err())
                .contains("write a time with offset");
    }

    private void callsNobodyAfterTheLastDayOfTheList() throws IOException {
        clock.set(AFTER_USE_BY);
        Path out = folder.resolve("late.csv");

        CommandOutput late = partner.type(
                "check",
                folder.resolve("calls.csv").toString(),
                "--line",
                "MOTOR",
                "--purpose",
                "sales",
                "--out",
                out.toString());
        assertThat(late.exitCode()).isEqualTo(1);
        assertThat(late.err()).contains("was valid until 2026-12-08");
        assertThat(out).doesNotExist();
        CommandOutput status = partner.in("zh").type("status");
        assertThat(status.exitCode()).isEqualTo(1);
        assertThat(status.out()).contains("名单已过有效期，不得拨打");
        clock.set(NEXT_DAY);
    }

    private void seesAListThatSomebodyElsePutThere() throws IOException {
        Path download = drop().resolve("download");
        Files.copy(
                download.resolve("blocklist-YUNHE-00000001.manifest.json.pgp"),
                download.resolve("blocklist-YUNHE-00000002.manifest.json.pgp"));

        CommandOutput synced = partner.type("sync", "--output", "json");

        assertThat(synced.exitCode()).isEqualTo(1);
        assertThat(synced.json().at("/applied/fault").asString()).isEqualTo("FORGED");
        assertThat(synced.json().at("/applied/sequence").asInt())
                .as("the held one stays")
                .isEqualTo(1);
        assertThat(partner.type("apply").out())
                .contains("List 1 is still the newest", "FORGED: the association has not sealed");
        assertThat(partner.in("zh").type("apply").out()).contains("FORGED：", "该文件不是协会以此名称为本公司封装的");
    }

    /** The association's embedded drop stands for the insurer's own, with what lies there carried to and fro. */
    private void carry(String name) throws IOException {
        Path to = home().resolve("drops/YUNHE").resolve(name);
        try (Stream<Path> files = Files.list(drop().resolve(name))) {
            for (Path file : files.toList()) {
                Files.move(file, to.resolve(file.getFileName()));
            }
        }
    }

    private void carryBack() throws IOException {
        try (Stream<Path> files = Files.list(home().resolve("drops/YUNHE/download"))) {
            for (Path file : files.toList()) {
                Path to = drop().resolve("download").resolve(file.getFileName());
                if (!Files.exists(to)) {
                    Files.copy(file, to);
                }
            }
        }
    }

    private void restartServer() throws IOException {
        KeyPair login = new SshKeyFile(KEYS.resolve("YUNHE.ssh")).read();
        server = start(new DropAccount(drop(), Set.of(new SshPublicKey(login.getPublic()))), port);
    }

    private EmbeddedSftpServer start(DropAccount account, int at) throws IOException {
        return EmbeddedSftpServer.start(
                at, folder.resolve("host.ssh"), user -> Optional.of(account).filter(any -> user.equals("YUNHE")));
    }

    private Path ownerOnly(String key) throws IOException {
        Path copy = folder.resolve(key);
        new jinbo.platform.files.OwnerOnlyFile(copy).write(Files.readString(KEYS.resolve(key)));
        return copy;
    }

    private Path association() {
        return folder.resolve("association.asc");
    }

    private Path home() {
        return folder.resolve("home").toAbsolutePath();
    }

    private Path drop() {
        return folder.resolve("drop").toAbsolutePath();
    }

    private Path own(String name) {
        return folder.resolve("own").resolve(name).toAbsolutePath();
    }
}
