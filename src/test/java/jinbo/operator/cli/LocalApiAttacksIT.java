package jinbo.operator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import jinbo.operator.api.ApiClient;
import jinbo.operator.api.OpenLocalApi;
import jinbo.operator.upload.UploadOperations;
import jinbo.participant.operation.OperationDocument;
import jinbo.participant.operation.Reason;
import jinbo.participant.staff.IdentityClaim;
import jinbo.participant.staff.Role;
import jinbo.participant.staff.SignaturePurpose;
import jinbo.testing.SettableClock;
import jinbo.testing.TestExchange;
import jinbo.testing.TestPeople;
import jinbo.testing.TestPerson;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Other programs of this machine try to have done what nobody with the right to it has asked for. */
class LocalApiAttacksIT {

    private static final String FILE = "complaints-YUNHE-20120921-001.csv.pgp";
    private static final String ROWS =
            "mobile,complaint,complained_on,consent,scope,term\r\n" + "13810001234,TELEMARKETING,2012-09-20,,,\r\n";
    private static final UploadOperations.WithdrawUpload WITHDRAW =
            new UploadOperations.WithdrawUpload(FILE, new Reason("a wrong export"));

    @TempDir
    private Path folder;

    private final SettableClock clock = new SettableClock("2012-09-21T09:00:00+08:00");
    private TestExchange exchange;
    private TestPerson zhao;
    private OpenLocalApi.Open api;
    private ApiClient client;

    @BeforeEach
    void open() {
        exchange = TestExchange.start(folder.resolve("home"), clock);
        TestPeople people = new TestPeople(exchange, folder);
        people.joinOfficers();
        zhao = people.join("zhao", Role.OPERATOR);
        exchange.upload("YUNHE", FILE, ROWS);
        exchange.collect();
        Path socket = folder.resolve("api.sock");
        api = exchange.bean(OpenLocalApi.class)
                .open(socket, new ApiAnswers(exchange.home(), exchange.bean(Clock.class)));
        client = new ApiClient(socket);
    }

    @AfterEach
    void close() {
        api.close();
        exchange.close();
    }

    @Test
    void whatAPersonHasSignedIsStoredForTheSecondOne() throws IOException {
        ApiClient.Reply reply = withdrawSignedBy(zhao, clock.instant());

        assertThat(reply.isDone()).as(reply.body()).isTrue();
        assertThat(reply.body()).contains("\"state\" : \"OPEN\"", "\"requested_by\" : \"zhao\"");
    }

    @Test
    void aDocumentThatIsSentAgainIsRefused() throws IOException {
        OperationDocument document = OperationDocument.of(WITHDRAW, Optional.of("zhao"), clock.instant());
        String signature = signature(zhao, document.json());

        assertThat(ask(document.json(), signature).isDone()).isTrue();
        assertThat(ask(document.json(), signature).body()).contains("it came before");
        assertThat(exchange.count("request")).isOne();
    }

    @Test
    void aDocumentThatWasSignedLongAgoOrForLaterIsRefused() throws IOException {
        assertThat(withdrawSignedBy(zhao, clock.instant().minus(Duration.ofMinutes(6)))
                        .body())
                .contains("it was signed at");
        assertThat(withdrawSignedBy(zhao, clock.instant().plus(Duration.ofMinutes(6)))
                        .body())
                .contains("it was signed at");
        assertThat(exchange.count("request")).isZero();
    }

    @Test
    void aDocumentThatWasChangedAfterItWasSignedIsRefused() throws IOException {
        OperationDocument document = OperationDocument.of(WITHDRAW, Optional.of("zhao"), clock.instant());

        ApiClient.Reply reply =
                ask(document.json().replace("a wrong export", "a right export"), signature(zhao, document.json()));

        assertThat(reply.body()).contains("\"NOT_PROVEN\"");
        assertThat(exchange.count("request")).isZero();
    }

    @Test
    void nobodyActsInAnothersName() throws IOException {
        OperationDocument document = OperationDocument.of(WITHDRAW, Optional.of("wang"), clock.instant());

        assertThat(ask(document.json(), signature(zhao, document.json())).body())
                .contains("\"NOT_PROVEN\"");
        assertThat(client.ask(document.json(), Optional.empty(), "application/json", "en")
                        .orElseThrow()
                        .body())
                .contains("\"NOT_PROVEN\"");
        assertThat(exchange.count("request")).isZero();
    }

    @Test
    void aSignatureThatConfirmsAsksForNothing() throws IOException {
        OperationDocument document = OperationDocument.of(WITHDRAW, Optional.of("zhao"), clock.instant());
        String confirms = new IdentityClaim.ByKey(Optional.of("zhao"), Optional.of(zhao.identity()))
                .sign(SignaturePurpose.CONFIRM, document.json())
                .orElseThrow();

        assertThat(ask(document.json(), confirms).body()).contains("\"NOT_PROVEN\"");
        assertThat(exchange.count("request")).isZero();
    }

    @Test
    void tooLongABodyIsRefusedBeforeItIsRead() throws IOException {
        assertThat(raw("POST /api/v1/operations HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                        + "Content-Length: 70000\r\nConnection: close\r\n\r\n" + " ".repeat(70_000)))
                .startsWith("HTTP/1.1 413");
    }

    @Test
    void whatIsNoOperationIsAnsweredAndNothingElseIsThere() throws IOException {
        for (String document :
                new String[] {"", "{", "[]", "{\"operation\":\"serve\",\"version\":1}", "{\"by\":\"zhao\"}"}) {
            assertThat(client.ask(document, Optional.empty(), "application/json", "en")
                            .orElseThrow()
                            .body())
                    .as(document)
                    .contains("\"error\"");
        }
        assertThat(raw("GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 404");
        assertThat(raw("GET /api/v1/operations HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 405");
    }

    private ApiClient.Reply withdrawSignedBy(TestPerson person, Instant at) throws IOException {
        OperationDocument document = OperationDocument.of(WITHDRAW, Optional.of(person.name()), at);
        return ask(document.json(), signature(person, document.json()));
    }

    private ApiClient.Reply ask(String document, String signature) throws IOException {
        return client.ask(document, Optional.of(signature), "application/json", "en")
                .orElseThrow();
    }

    private static String signature(TestPerson person, String document) {
        return new IdentityClaim.ByKey(Optional.of(person.name()), Optional.of(person.identity()))
                .sign(SignaturePurpose.ASK, document)
                .orElseThrow();
    }

    private String raw(String request) throws IOException {
        try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            channel.connect(UnixDomainSocketAddress.of(client.socket()));
            ByteBuffer bytes = ByteBuffer.wrap(request.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            return new String(Channels.newInputStream(channel).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
