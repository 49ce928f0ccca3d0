package jinbo.operator.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import jinbo.accesslog.Actor;
import jinbo.accesslog.BackgroundSequencer;
import jinbo.accesslog.LogTree;
import jinbo.operator.api.AnswerForm;
import jinbo.operator.api.ApiClient;
import jinbo.operator.api.OpenLocalApi;
import jinbo.operator.insurer.InsurerOperations;
import jinbo.operator.number.NumberOperations;
import jinbo.operator.reference.ReferenceOperations;
import jinbo.operator.request.RequestOperations.ConfirmRequest;
import jinbo.operator.upload.UploadOperations;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.operation.AccessPurpose;
import jinbo.participant.operation.OperationDocument;
import jinbo.participant.operation.OperationFile;
import jinbo.participant.operation.OperationNumber;
import jinbo.participant.operation.Reason;
import jinbo.participant.operation.Signer;
import jinbo.participant.staff.IdentityClaim;
import jinbo.participant.staff.PersonName;
import jinbo.participant.staff.Persons;
import jinbo.participant.staff.Role;
import jinbo.participant.staff.SignaturePurpose;
import jinbo.platform.files.ProcessUser;
import jinbo.reference.phone.Mobile;
import jinbo.testing.AttackTable;
import jinbo.testing.CapturedLog;
import jinbo.testing.ExternalProgram;
import jinbo.testing.SettableClock;
import jinbo.testing.Shell;
import jinbo.testing.TestExchange;
import jinbo.testing.TestPeople;
import jinbo.testing.TestPerson;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Other programs of this machine try to have done what nobody with the right to it has asked for. */
class LocalApiAttacksIT {

    private static final String FILE = "complaints-YUNHE-20120921-001.csv.pgp";
    private static final String ROWS =
            "mobile,complaint,complained_on,consent,scope,term\r\n" + "13810001234,TELEMARKETING,2012-09-20,,,\r\n";
    private static final Path CALENDAR = Path.of("src/test/resources/jinbo/reference/calendar/made-up-2027.csv");
    private static final UploadOperations.WithdrawUpload WITHDRAW =
            new UploadOperations.WithdrawUpload(FILE, new Reason("a wrong export"));

    private static final String TIME = "2012-09-21T09:00:00+08:00";

    @TempDir
    private static Path folder;

    private static TestExchange exchange;
    private static TestPerson zhao;
    private static TestPerson qian;
    private static TestPerson sun;
    private static String database;
    private static FolderCopy home;

    private final SettableClock clock = exchange.clock();

    @TempDir
    private Path testFolder;

    private OpenLocalApi.Open api;
    private ApiClient client;

    @BeforeAll
    static void start() {
        exchange = TestExchange.start(folder.resolve("home"), new SettableClock(TIME));
        TestPeople people = new TestPeople(exchange, folder);
        people.joinOfficers();
        zhao = people.join("zhao", Role.OPERATOR);
        qian = people.join("qian", Role.OPERATOR);
        sun = people.join("sun", Role.OPERATOR);
        exchange.upload("YUNHE", FILE, ROWS);
        exchange.collect();
        placeNoEntries();
        database = exchange.backUp();
        home = FolderCopy.of(exchange.home(), folder.resolve("home-copy"));
    }

    @AfterAll
    static void end() {
        exchange.close();
    }

    /** Restores database and home, so that each test starts from the same state. */
    @BeforeEach
    void open() {
        placeNoEntries();
        exchange.restore(database);
        home.putBack();
        clock.set(TIME);
        openApi();
    }

    /** In the background, where they would meet a database and a home of different tests. */
    private static void placeNoEntries() {
        exchange.bean(BackgroundSequencer.class).close();
    }

    private void openApi() {
        Path socket = testFolder.resolve("api.sock");
        api = exchange.bean(OpenLocalApi.class).open(socket);
        client = new ApiClient(socket);
    }

    @AfterEach
    void close() {
        api.close();
    }

    @Test
    void whatAPersonHasSignedIsStoredForTheSecondOne() throws IOException {
        ApiClient.Reply reply = withdrawSignedBy(zhao, clock.instant());

        assertThat(reply.isDone()).as(reply.body()).isTrue();
        assertThat(reply.body()).contains("\"state\" : \"OPEN\"", "\"requested_by\" : \"zhao\"");
    }

    @Test
    void aDocumentThatIsSentAgainIsRefused() throws IOException {
        OperationDocument document = OperationDocument.of(WITHDRAW, signer("zhao", clock.instant()));
        String signature = signature(zhao, document.json());

        assertThat(ask(document, signature).isDone()).isTrue();
        row("a signed operation, sent again", "OPERATION_STALE", ask(document, signature));
        assertThat(exchange.count("request")).isOne();
    }

    /** The memory of what came before ends with the process; what is decided is kept for good. */
    @Test
    void aDocumentThatIsSentAgainAfterARestartIsRefused() throws IOException {
        OperationDocument document = OperationDocument.of(WITHDRAW, signer("zhao", clock.instant()));
        String signature = signature(zhao, document.json());
        assertThat(ask(document, signature).isDone()).isTrue();

        api.close();
        exchange.restart();
        openApi();

        row("a signed operation, sent again after a restart", "REQUEST_UNUSABLE", ask(document, signature));
        assertThat(exchange.count("request")).isOne();
    }

    @Test
    void aDocumentThatWasSignedLongAgoOrForLaterIsRefused() throws IOException {
        row(
                "an operation that was signed six minutes ago",
                "OPERATION_STALE",
                withdrawSignedBy(zhao, clock.instant().minus(Duration.ofMinutes(6))));
        row(
                "an operation that is signed for later",
                "OPERATION_STALE",
                withdrawSignedBy(zhao, clock.instant().plus(Duration.ofMinutes(6))));
        assertThat(exchange.count("request")).isZero();
    }

    /** One key may open the exchange and an installation to train people at. */
    @Test
    void aDocumentThatIsMeantForAnotherExchangeIsRefused() throws IOException {
        OperationDocument elsewhere = OperationDocument.of(
                WITHDRAW, Optional.of(Signer.of("access-log.jinbo.invalid/0123456789abcdef", "zhao", clock.instant())));
        OperationDocument anywhere = OperationDocument.of(
                WITHDRAW, Optional.of(new Signer(Optional.empty(), "zhao", clock.instant(), "0".repeat(32))));

        row(
                "an operation that was signed for another exchange",
                "OPERATION_UNREADABLE",
                ask(elsewhere, signature(zhao, elsewhere.json())));
        row(
                "an operation that was signed for no exchange",
                "OPERATION_UNREADABLE",
                ask(anywhere, signature(zhao, anywhere.json())));
        assertThat(exchange.count("request")).isZero();
    }

    @Test
    void aDocumentThatWasChangedAfterItWasSignedIsRefused() throws IOException {
        OperationDocument document = OperationDocument.of(WITHDRAW, signer("zhao", clock.instant()));

        row(
                "an operation, changed after it was signed",
                "NOT_PROVEN",
                ask(
                        json(document.json().replace("a wrong export", "a right export")),
                        signature(zhao, document.json())));
        assertThat(exchange.count("request")).isZero();
    }

    @Test
    void nobodyActsInAnothersName() throws IOException {
        OperationDocument document = OperationDocument.of(WITHDRAW, signer("wang", clock.instant()));

        row(
                "an operation in a colleague's name, signed by oneself",
                "NOT_PROVEN",
                ask(document, signature(zhao, document.json())));
        row("an operation in a colleague's name, not signed", "NOT_PROVEN", unsigned(document));
        OperationDocument ofNobody = OperationDocument.of(WITHDRAW, Optional.empty());
        assertThat(error(ask(ofNobody, signature(zhao, ofNobody.json())))).isEqualTo("OPERATION_UNREADABLE");
        assertThat(exchange.count("request")).isZero();
    }

    @Test
    void whoeverIsRevokedAsksForNothingAndConfirmsNothing() throws IOException {
        OperationDocument document = OperationDocument.of(WITHDRAW, signer("qian", clock.instant()));
        ApiClient.Reply stored = withdrawSignedBy(zhao, clock.instant());
        assertThat(stored.isDone()).isTrue();
        revoke("qian");

        row("an operation, signed by a revoked person", "NOT_PROVEN", ask(document, signature(qian, document.json())));
        row("a confirmation, signed by a revoked person", "NOT_PROVEN", confirm(qian, stored(1)));
        revoke("zhao");
        row("a request of a person who is revoked since, confirmed", "REQUEST_UNUSABLE", confirm(sun, stored(1)));
        assertThat(exchange.count("request_decision")).isZero();
    }

    /** What counts is who may at the moment of the decision, so a revocation that is under way is waited for. */
    @Test
    void whoeverIsRevokedWhileItIsDecidedGetsNothingCarriedOut() throws Exception {
        OperationDocument suspend = OperationDocument.of(
                new InsurerOperations.SuspendInsurer(new InsurerCode("YUNHE")), signer("qian", clock.instant()));
        String ofQian = signature(qian, suspend.json());

        row(
                "an operation, signed by a person whose revocation ends while it is decided",
                "NOT_PROVEN",
                askedWhile(() -> revoke("qian"), () -> ask(suspend, ofQian)));
        assertThat(exchange.insurer("YUNHE").isActive()).isTrue();
        row(
                "a request, signed by a person whose agreement ends while it is stored",
                "NOT_PERMITTED",
                askedWhile(
                        () -> agree("zhao", LocalDate.of(2013, 1, 1)), () -> withdrawSignedBy(zhao, clock.instant())));
        agree("zhao", LocalDate.of(2012, 1, 1));
        row(
                "a request, signed by a person whose revocation ends while it is stored",
                "NOT_PROVEN",
                askedWhile(() -> revoke("zhao"), () -> withdrawSignedBy(zhao, clock.instant())));
        assertThat(exchange.count("request")).isZero();
        assertThat(exchange.count("operation_signature")).isZero();
    }

    @Test
    void whoeverIsRevokedWhileItIsConfirmedHasNothingCarriedOut() throws Exception {
        assertThat(withdrawSignedBy(zhao, clock.instant()).isDone()).isTrue();
        String stored = stored(1);

        row(
                "a confirmation, signed by a person whose revocation ends while it is decided",
                "NOT_PROVEN",
                askedWhile(() -> revoke("qian"), () -> confirm(qian, stored)));
        row(
                "a request of a person whose revocation ends while it is confirmed",
                "REQUEST_UNUSABLE",
                askedWhile(() -> revoke("zhao"), () -> confirm(sun, stored)));
        assertThat(exchange.count("request_decision")).isZero();
    }

    @Test
    void whoeverIsRevokedWhileFilesComeInAsksForNothing() throws IOException {
        OperationDocument document = OperationDocument.of(
                new ReferenceOperations.ImportCalendar(new OperationFile(CALENDAR), Optional.empty()),
                signer("zhao", clock.instant()));
        String begin = part("operation", document.json()) + "--b\r\nContent-Disposition: form-data; name=\"file\";"
                + " filename=\"" + CALENDAR.getFileName() + "\"\r\n\r\n";
        String end = Files.readString(CALENDAR) + "\r\n--b--\r\n";
        String head = "POST /api/v1/operations HTTP/1.1\r\nHost: localhost\r\n"
                + "Content-Type: multipart/form-data; boundary=b\r\nJinbo-Signature: "
                + Base64.getEncoder()
                        .encodeToString(signature(zhao, document.json()).getBytes(StandardCharsets.US_ASCII))
                + "\r\nContent-Length: " + (begin + end).getBytes(StandardCharsets.UTF_8).length
                + "\r\nConnection: close\r\n\r\n";

        String answer = raw(head + begin, () -> revoke("zhao"), end);

        row(
                "an operation, signed by a person who is revoked while its file comes in",
                "NOT_PROVEN",
                new JsonMapper()
                        .readTree(answer.substring(answer.indexOf("\r\n\r\n")))
                        .path("error")
                        .asString(""));
        assertThat(exchange.count("request")).isZero();
    }

    private static String part(String name, String text) {
        return "--b\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + text + "\r\n";
    }

    @Test
    void aConfirmationThatIsAskedForIsNone() throws IOException {
        assertThat(withdrawSignedBy(zhao, clock.instant()).isDone()).isTrue();
        OperationDocument document = OperationDocument.of(
                new ConfirmRequest(Optional.of(1L), Optional.empty()), signer("qian", clock.instant()));

        row(
                "a confirmation, signed as something that is asked for",
                "OPERATION_UNREADABLE",
                ask(document, signature(qian, document.json())));
        assertThat(exchange.count("request_decision")).isZero();
    }

    @Test
    void aSignatureThatConfirmsAsksForNothing() throws IOException {
        OperationDocument document = OperationDocument.of(WITHDRAW, signer("zhao", clock.instant()));

        row(
                "an operation, with a signature that confirms one",
                "NOT_PROVEN",
                ask(document, signature(zhao, SignaturePurpose.CONFIRM, document.json())));
        assertThat(exchange.count("request")).isZero();
    }

    @Test
    void nobodyConfirmsTheirOwnRequestOrAnotherDocumentThanTheStoredOne() throws IOException {
        assertThat(withdrawSignedBy(zhao, clock.instant()).isDone()).isTrue();
        String stored = stored(1);

        row("one's own request, confirmed", "REQUEST_UNUSABLE", confirm(zhao, stored));
        row(
                "a request, confirmed by a signature over other words",
                "REQUEST_UNUSABLE",
                confirm(qian, stored.replace("a wrong export", "a right export")));
        row(
                "a request, confirmed by the signature of the person who asks",
                "NOT_PROVEN",
                client.confirm(
                                1,
                                json(stored),
                                "qian",
                                signature(zhao, SignaturePurpose.CONFIRM, stored),
                                AnswerForm.JSON,
                                "en")
                        .orElseThrow());
        assertThat(exchange.count("request_decision")).isZero();
        ApiClient.Reply confirmed = confirm(qian, stored);
        assertThat(confirmed.isDone()).as(confirmed.body()).isTrue();
        assertThat(confirmed.body()).contains("\"requested_by\" : \"zhao\"", "\"confirmed_by\" : \"qian\"");
        row("a confirmation, sent again", "REQUEST_UNUSABLE", confirm(qian, stored));
    }

    @Test
    void aConfirmedOperationWhoseResultCannotBeRecordedIsNotCalledFailed() throws IOException {
        assertThat(withdrawSignedBy(zhao, clock.instant()).isDone()).isTrue();
        exchange.sql().sql("""
                create function break() returns trigger language plpgsql as $$ begin raise 'the disk is full'; end $$;
                create trigger break before insert on access_log_entry for each row
                when (new.phase = 'RESULT' and new.object like 'request 1:%') execute function break()
                """).update();

        ApiClient.Reply confirmed = confirm(qian, stored(1));

        assertThat(error(confirmed)).isEqualTo("RESULT_NOT_RECORDED");
        assertThat(confirmed.body()).contains("took effect", "do not repeat");
        assertThat(exchange.count("request_decision")).as("confirmed").isEqualTo(1);
        assertThat(exchange.count("request_result"))
                .as("neither done nor failed")
                .isZero();
    }

    @Test
    void nothingButANumberIsSentBesideAConfirmation() throws IOException {
        assertThat(withdrawSignedBy(zhao, clock.instant()).isDone()).isTrue();
        String stored = stored(1);
        OperationDocument more = new OperationDocument(stored, Map.of("reason", List.of("13810001234")), Map.of());

        ApiClient.Reply reply = client.confirm(
                        1, more, "qian", signature(qian, SignaturePurpose.CONFIRM, stored), AnswerForm.JSON, "en")
                .orElseThrow();

        assertThat(error(reply)).isEqualTo("OPERATION_UNREADABLE");
        assertThat(exchange.count("request_decision")).isZero();
    }

    @Test
    void aRequestOverChangedFilesIsNotConfirmed() throws IOException {
        Path calendar = Files.copy(CALENDAR, testFolder.resolve("days.csv"));
        Path changed = Files.createDirectory(testFolder.resolve("changed")).resolve("days.csv");
        Files.writeString(changed, Files.readString(calendar).replace("2027-01-01", "2027-01-02"));
        OperationDocument document = OperationDocument.of(
                new ReferenceOperations.ImportCalendar(new OperationFile(calendar), Optional.empty()),
                signer("zhao", clock.instant()));
        String signature = signature(zhao, document.json());

        row(
                "a signed operation with other bytes of its file",
                "OPERATION_UNREADABLE",
                ask(new OperationDocument(document.json(), Map.of(), Map.of("file", List.of(changed))), signature));
        row("a signed operation without its file", "OPERATION_UNREADABLE", ask(json(document.json()), signature));
        ApiClient.Reply stored = ask(document, signature);
        assertThat(stored.isDone()).as(stored.body()).isTrue();
        Path kept = exchange.home().resolve("requests/1/0");
        byte[] bytes = Files.readAllBytes(kept);
        Files.copy(changed, kept, StandardCopyOption.REPLACE_EXISTING);
        row("a request over a file that was changed since, confirmed", "REQUEST_UNUSABLE", confirm(qian, stored(1)));
        Files.write(kept, bytes);
        ApiClient.Reply confirmed = confirm(qian, stored(1));
        assertThat(confirmed.isDone()).as(confirmed.body()).isTrue();
        try (Stream<Path> left = Files.list(exchange.home().resolve("requests"))) {
            assertThat(left).containsExactly(exchange.home().resolve("requests/1"));
        }
    }

    @Test
    void anOversizedBodyIsRefusedBeforeItIsRead() throws IOException {
        row(
                "an operation of 70,000 bytes",
                "413",
                status(raw("POST /api/v1/operations HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                        + "Content-Length: 70000\r\nConnection: close\r\n\r\n" + " ".repeat(70_000))));
        row(
                "an operation with files of 70,000,000 bytes, announced",
                "413",
                status(raw("POST /api/v1/operations HTTP/1.1\r\nHost: localhost\r\n"
                        + "Content-Type: multipart/form-data; boundary=b\r\n"
                        + "Content-Length: 70000000\r\nConnection: close\r\n\r\n")));
    }

    @Test
    void aNumberInADocumentIsRefusedBecauseDocumentsAreKept() throws IOException {
        OperationDocument beside = OperationDocument.of(
                new NumberOperations.ShowNumber(
                        new AccessPurpose("a letter"), OperationNumber.of(new Mobile(13810001234L))),
                signer("zhao", clock.instant()));
        OperationDocument within =
                json(beside.json().replace("\"values\":{", "\"values\":{\"number\":\"13810001234\","));
        assertThat(within.json()).contains("13810001234");

        for (ApiClient.Reply refused : List.of(unsigned(within), ask(within, signature(zhao, within.json())))) {
            row("an operation that holds a phone number", "OPERATION_UNREADABLE", refused);
            assertThat(detail(refused)).startsWith("number must not be in the document");
        }
        ApiClient.Reply shown = ask(beside, signature(zhao, beside.json()));
        assertThat(shown.isDone()).as("the same with the number beside it").isTrue();
    }

    @Test
    void nothingIsWrittenWhereWhoeverAsksWants() throws IOException {
        Path file = testFolder.resolve("written");

        ApiClient.Reply refused =
                unsigned(json("{\"operation\":\"key export\",\"version\":1,\"values\":{\"file\":\"" + file + "\"}}"));
        row("an operation that writes its result to a file of the service's", "OPERATION_UNREADABLE", refused);
        assertThat(detail(refused)).startsWith("file is a path on the disk of the requester");
        ApiClient.Reply without = unsigned(json("{\"operation\":\"key export\",\"version\":1,\"values\":{}}"));
        assertThat(without.isDone()).as("the same without the file").isTrue();
        assertThat(file).doesNotExist();
    }

    /** Its permissions are the first lock and the kernel's word about who connects the second. */
    @Test
    void anotherUserOfTheMachineGetsNoAnswer() throws IOException {
        assumeThat(ProcessUser.isRoot()).isTrue();
        for (Path path : List.of(testFolder, client.socket())) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxrwxrwx"));
        }

        Shell shell = new Shell(testFolder, Map.of());
        List<String> asks = List.of(
                ExternalProgram.required("curl").toString(),
                "--silent",
                "--unix-socket",
                client.socket().toString(),
                "http://localhost/api/v1/requests/1/document");
        List<String> asksAsAnother = Stream.concat(
                        Stream.of(
                                ExternalProgram.required("setpriv").toString(),
                                "--reuid=nobody",
                                "--regid=nogroup",
                                "--clear-groups"),
                        asks.stream())
                .toList();

        try (CapturedLog log = new CapturedLog()) {
            Shell.Answer answer = shell.run(asksAsAnother);

            AttackTable.row(
                    "local: the socket, by another user of the machine, though its permissions let all in",
                    "no answer",
                    answer.exit() == 0 ? answer.out() : "no answer");
            assertThat(log.lines())
                    .as("the connection reached the program")
                    .contains("A connection of the user nobody to the local socket is refused");
        }
        assertThat(shell.run(asks).succeeded().out())
                .as("the same command by the program's own user")
                .contains("\"error\"");
    }

    @Test
    void whatIsNoOperationIsAnsweredAndNothingElseIsThere() throws IOException {
        for (String document : new String[] {
            "",
            "{",
            "[]",
            "{\"operation\":\"serve\",\"version\":1}",
            "{\"by\":\"zhao\"}",
            "{\"operation\":\"held list\",\"operation\":\"key list\",\"version\":1}",
            "{\"operation\":\"held list\",\"version\":1,\"values\":{},\"more\":1}",
            "{\"operation\":\"held show\",\"version\":1,\"values\":{\"name\":{}}}",
            "{\"operation\":\"held show\",\"version\":1,\"values\":[]}",
            "{\"operation\":\"case list\",\"version\":1,\"values\":{\"limit\":\"0\"}}"
        }) {
            assertThat(error(unsigned(json(document)))).as(document).isEqualTo("OPERATION_UNREADABLE");
        }
        assertThat(raw("GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 404");
        assertThat(raw("GET /api/v1/operations HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 405");
    }

    @Test
    void aProblemHasTheMembersOfRfc9457() throws IOException {
        OperationDocument unknown = json("{\"operation\":\"held lost\",\"version\":1}");
        ApiClient.Reply reply = unsigned(unknown);
        JsonNode problem = new JsonMapper().readTree(reply.body());
        ApiClient.Reply chinese =
                client.ask(unknown, Optional.empty(), AnswerForm.JSON, "zh").orElseThrow();

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.exitStatus()).isOne();
        assertThat(problem.path("type").asString("")).isEqualTo("urn:jinbo:error:OPERATION_UNREADABLE");
        assertThat(problem.path("title").asString("")).isEqualTo("OPERATION_UNREADABLE");
        assertThat(problem.path("status").asInt(0)).isEqualTo(422);
        assertThat(problem.path("detail").asString("")).startsWith("This version of the program does not know");
        assertThat(problem.path("error").asString("")).isEqualTo("OPERATION_UNREADABLE");
        assertThat(new JsonMapper().readTree(chinese.body()).path("detail").asString(""))
                .startsWith("本版本程序不支持该操作");
    }

    private static void row(String sent, String expected, ApiClient.Reply reply) {
        row(sent, expected, reply.isDone() ? "done" : error(reply));
    }

    private static void row(String sent, String expected, String seen) {
        AttackTable.row("local: the socket, " + sent, expected, seen);
    }

    private static String error(ApiClient.Reply reply) {
        return new JsonMapper().readTree(reply.body()).path("error").asString("");
    }

    private static String detail(ApiClient.Reply reply) {
        return new JsonMapper().readTree(reply.body()).path("detail").asString("");
    }

    private static String status(String answer) {
        return answer.substring("HTTP/1.1 ".length(), "HTTP/1.1 200".length());
    }

    private void revoke(String name) {
        exchange.bean(Persons.class).revoke(new PersonName(name), "has left", Actor.commandLine(), clock.instant());
    }

    private Optional<Signer> signer(String name, Instant at) {
        return Optional.of(Signer.of(exchange.bean(LogTree.class).name(), name, at));
    }

    private void agree(String name, LocalDate since) {
        exchange.bean(Persons.class).agree(new PersonName(name), since, Actor.commandLine(), clock.instant());
    }

    /** What is changed is not committed before whoever asks has got so far that it must be waited for. */
    private ApiClient.Reply askedWhile(Runnable changed, Callable<ApiClient.Reply> asked) throws Exception {
        ExecutorService other = Executors.newSingleThreadExecutor();
        try {
            Future<ApiClient.Reply> reply = exchange.bean(TransactionTemplate.class)
                    .execute(status -> {
                        changed.run();
                        Future<ApiClient.Reply> begun = other.submit(asked);
                        Awaitility.await()
                                .atMost(Duration.ofMinutes(1))
                                .pollInterval(Duration.ofMillis(5))
                                .until(() -> begun.isDone() || isSomebodyWaiting());
                        return begun;
                    });
            return reply.get(1, TimeUnit.MINUTES);
        } finally {
            other.shutdownNow();
        }
    }

    private boolean isSomebodyWaiting() {
        return exchange.count("pg_locks where locktype = 'advisory' and not granted and database ="
                        + " (select oid from pg_database where datname = current_database())")
                > 0;
    }

    private String stored(long request) throws IOException {
        String answer = raw("GET /api/v1/requests/" + request
                + "/document HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        return answer.substring(answer.indexOf("\r\n\r\n") + 4);
    }

    private ApiClient.Reply confirm(TestPerson person, String document) throws IOException {
        return client.confirm(
                        1,
                        json(document),
                        person.name(),
                        signature(person, SignaturePurpose.CONFIRM, document),
                        AnswerForm.JSON,
                        "en")
                .orElseThrow();
    }

    private ApiClient.Reply unsigned(OperationDocument document) throws IOException {
        return client.ask(document, Optional.empty(), AnswerForm.JSON, "en").orElseThrow();
    }

    private ApiClient.Reply withdrawSignedBy(TestPerson person, Instant at) throws IOException {
        OperationDocument document = OperationDocument.of(WITHDRAW, signer(person.name(), at));
        return ask(document, signature(person, document.json()));
    }

    private ApiClient.Reply ask(OperationDocument document, String signature) throws IOException {
        return client.ask(document, Optional.of(signature), AnswerForm.JSON, "en")
                .orElseThrow();
    }

    private static String signature(TestPerson person, String document) {
        return signature(person, SignaturePurpose.ASK, document);
    }

    private static String signature(TestPerson person, SignaturePurpose purpose, String document) {
        return new IdentityClaim.ByKey(Optional.of(person.name()), Optional.of(person.identity()))
                .sign(purpose, document)
                .orElseThrow();
    }

    private static OperationDocument json(String json) {
        return new OperationDocument(json, Map.of(), Map.of());
    }

    private String raw(String request) throws IOException {
        return raw(request, () -> {}, "");
    }

    private String raw(String begin, Runnable between, String end) throws IOException {
        try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            channel.connect(UnixDomainSocketAddress.of(client.socket()));
            OutputStream out = Channels.newOutputStream(channel);
            out.write(begin.getBytes(StandardCharsets.UTF_8));
            between.run();
            out.write(end.getBytes(StandardCharsets.UTF_8));
            return new String(Channels.newInputStream(channel).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
