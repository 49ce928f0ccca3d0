package jinbo.operator.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.GroupPrincipal;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jinbo.accesslog.LogTree;
import jinbo.operator.api.OpenLocalApi;
import jinbo.operator.upload.UploadOperations;
import jinbo.participant.operation.OperationDocument;
import jinbo.participant.operation.Reason;
import jinbo.participant.operation.Signer;
import jinbo.participant.staff.IdentityClaim;
import jinbo.participant.staff.Role;
import jinbo.participant.staff.SignaturePurpose;
import jinbo.platform.files.ProcessUser;
import jinbo.testing.AttackTable;
import jinbo.testing.ExternalProgram;
import jinbo.testing.SettableClock;
import jinbo.testing.Shell;
import jinbo.testing.TestExchange;
import jinbo.testing.TestJvm;
import jinbo.testing.TestPeople;
import jinbo.testing.TestPerson;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** The socket is open to a group of the operating system; its users are those that every Debian has. */
class LocalApiGroupIT {

    private static final String GROUP = "games";
    private static final List<String> MEMBER = List.of("--reuid=games", "--regid=games", "--clear-groups");
    private static final List<String> STRANGER = List.of("--reuid=nobody", "--regid=nogroup", "--clear-groups");
    private static final List<String> FORMER_MEMBER = List.of("--reuid=nobody", "--regid=nogroup", "--groups=games");

    @TempDir
    private Path folder;

    private final SettableClock clock = new SettableClock(
            Instant.now().atOffset(ZoneOffset.ofHours(8)).withNano(0).toString());
    private Path socket;
    private TestExchange exchange;
    private OpenLocalApi.Open api;

    @BeforeEach
    void open() throws IOException {
        assumeThat(ProcessUser.isRoot()).isTrue();
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        Path run = Files.createDirectory(folder.resolve("run"));
        PosixFileAttributeView view = Files.getFileAttributeView(run, PosixFileAttributeView.class);
        GroupPrincipal group =
                run.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByGroupName(GROUP);
        view.setGroup(group);
        view.setPermissions(PosixFilePermissions.fromString("rwx--x---"));
        socket = run.resolve("api.sock");
        exchange = TestExchange.start(
                folder.resolve("home"), clock, Map.of("jinbo.api.socket", socket.toString(), "jinbo.api.group", GROUP));
        api = exchange.bean(OpenLocalApi.class).open(exchange.home().resolve("api.sock"));
    }

    @AfterEach
    void close() {
        if (api != null) {
            api.close();
        }
        if (exchange != null) {
            exchange.close();
        }
    }

    @Test
    void membersAreAnsweredAndTheAccessLogNamesThem() throws IOException {
        TestPeople people = new TestPeople(exchange, folder);
        people.joinOfficers();
        TestPerson zhao = people.join("zhao", Role.OPERATOR);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(socket)))
                .isEqualTo("rw-rw----");

        assertThat(ask(MEMBER, "{\"operation\":\"held list\",\"version\":1}", Optional.empty()))
                .contains("\"held\" : [ ]");
        OperationDocument document = OperationDocument.of(
                new UploadOperations.RefuseHeldFile("none.csv.pgp", new Reason("a test")), signer("zhao"));
        assertThat(ask(MEMBER, document.json(), Optional.of(sign(zhao, document))))
                .contains("NOT_HELD");
        TestPerson wang = TestPerson.withKeyIn(Files.createDirectory(folder.resolve("other")), "wang");
        document = OperationDocument.of(
                new UploadOperations.RefuseHeldFile("none.csv.pgp", new Reason("a test")), signer("wang"));
        assertThat(ask(MEMBER, document.json(), Optional.of(sign(wang, document))))
                .contains("NOT_PROVEN");
        assertThat(exchange.accessLog())
                .extracting(entry -> entry.access().actor().operatingSystemUser())
                .contains(GROUP);
    }

    /** The private key is the member's alone, and the home the program's. */
    @Test
    void membersTypeCommandsFromTheirOwnAccounts() throws IOException {
        Path program = Path.of("target", "jinbo.jar");
        if (!Files.exists(program)) {
            ExternalProgram.missing(program + " is not built");
        }
        Files.setPosixFilePermissions(
                Files.copy(program, folder.resolve("jinbo.jar")), PosixFilePermissions.fromString("rw-r--r--"));
        TestPeople people = new TestPeople(exchange, folder);
        people.joinOfficers();
        TestPerson zhao = people.join("zhao", Role.OPERATOR);
        Files.setOwner(
                zhao.identity(),
                folder.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("games"));
        String home = exchange.home().toString();
        Map<String, String> variables = Map.of("JINBO_HOME", home, "JINBO_API_SOCKET", socket.toString());

        assertThat(type(variables, zhao, "held", "list").succeeded().out()).contains("\"held\" : [ ]");
        assertThat(type(variables, zhao, "held", "refuse", "none.csv.pgp", "--reason", "a test"))
                .satisfies(refused -> assertThat(refused.exit()).isOne())
                .satisfies(refused -> assertThat(refused.err()).contains("NOT_HELD"));
        assertThat(type(variables, zhao, "audit", "export", "log"))
                .satisfies(kept -> assertThat(kept.exit()).isOne())
                .satisfies(kept -> assertThat(kept.err()).contains("HOME_NOT_OPENED", home, "JINBO_API_SOCKET"));
        assertThat(type(Map.of("JINBO_HOME", home), zhao, "held", "list"))
                .satisfies(closed -> assertThat(closed.exit()).isOne())
                .satisfies(closed -> assertThat(closed.err()).contains("HOME_NOT_OPENED", home, "JINBO_API_SOCKET"));
    }

    private Optional<Signer> signer(String name) {
        return Optional.of(Signer.of(exchange.bean(LogTree.class).name(), name, clock.instant()));
    }

    private Shell.Answer type(Map<String, String> variables, TestPerson person, String... words) {
        List<String> command = new ArrayList<>();
        command.add(ExternalProgram.required("setpriv").toString());
        command.addAll(MEMBER);
        command.add(TestJvm.executable());
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-jar", "jinbo.jar", "--lang", "en", "--output", "json"));
        command.addAll(person.options());
        command.addAll(List.of(words));
        return new Shell(folder, variables).run(command);
    }

    /** Commands of the program's own account look for the socket in the home. */
    @Test
    void theHomeLeadsToTheSocket() throws IOException {
        assertThat(exchange.home().resolve("api.sock").toRealPath()).isEqualTo(socket.toRealPath());
    }

    @Test
    void othersGetNoAnswer() {
        AttackTable.row("local: the group's socket, by a user who is not in the group", "no answer", asks(STRANGER));
        AttackTable.row(
                "local: the group's socket, by a user who has left the group, in a session that still has it",
                "no answer",
                asks(FORMER_MEMBER));
        assertThat(asks(MEMBER)).contains("held");
    }

    @Test
    void whereNobodyIsRegisteredMembersLookAtWhatEverybodyMayAndDoNothing() {
        assertThat(asks(MEMBER)).contains("held");

        AttackTable.row(
                "local: the group's socket, by a member, where nobody is registered yet",
                "NOT_PROVEN",
                new JsonMapper()
                        .readTree(ask(
                                MEMBER,
                                "{\"operation\":\"insurer suspend\",\"version\":1,\"values\":{\"insurer\":\"YUNHE\"}}",
                                Optional.empty()))
                        .path("error")
                        .asString(""));
        AttackTable.row(
                "local: the group's socket, by a member who says to be somebody, where nobody is registered yet",
                "NOT_PROVEN",
                new JsonMapper()
                        .readTree(ask(
                                MEMBER,
                                "{\"operation\":\"insurer suspend\",\"version\":1,\"exchange\":\""
                                        + exchange.bean(LogTree.class).name() + "\",\"by\":\"mallory\",\"at\":\""
                                        + clock.instant() + "\",\"nonce\":\"" + "0".repeat(32)
                                        + "\",\"values\":{\"insurer\":\"YUNHE\"}}",
                                Optional.of("AAAA")))
                        .path("error")
                        .asString(""));
    }

    private String asks(List<String> user) {
        return ask(user, "{\"operation\":\"held list\",\"version\":1}", Optional.empty());
    }

    private static String sign(TestPerson person, OperationDocument document) {
        String armored = new IdentityClaim.ByKey(Optional.of(person.name()), Optional.of(person.identity()))
                .sign(SignaturePurpose.ASK, document.json())
                .orElseThrow();
        return Base64.getEncoder().encodeToString(armored.getBytes(StandardCharsets.US_ASCII));
    }

    private String ask(List<String> user, String document, Optional<String> signature) {
        List<String> command = new ArrayList<>();
        command.add(ExternalProgram.required("setpriv").toString());
        command.addAll(user);
        command.addAll(List.of(
                ExternalProgram.required("curl").toString(),
                "--silent",
                "--unix-socket",
                socket.toString(),
                "--json",
                document,
                "http://localhost/api/v1/operations"));
        signature.ifPresent(text -> command.addAll(List.of("--header", "Jinbo-Signature: " + text)));
        Shell.Answer answer = new Shell(folder, Map.of()).run(command);
        return answer.exit() == 0 ? answer.out() : "no answer";
    }
}
