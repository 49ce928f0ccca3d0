package jinbo.operator.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import jinbo.testing.CapturedLog;
import jinbo.testing.SettableClock;
import jinbo.testing.TestExchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalApiIT {

    private static final String UNKNOWN = "{\"operation\":\"held lost\",\"version\":1,\"values\":{}}";
    private static final String INSURER_WITHOUT_LINE =
            "{\"operation\":\"insurer add\",\"version\":1,\"values\":{\"insurer\":\"XINGHAI\",\"name\":\"X\"}}";
    private static final String NO_SSH_KEY =
            "{\"operation\":\"insurer add-ssh-key\",\"version\":1,\"values\":{\"insurer\":\"YUNHE\",\"ssh-key\":[]}}";
    private static final String HELD_LIST = "{\"operation\":\"held list\",\"version\":1,\"values\":{}}";

    @TempDir
    private Path folder;

    @Test
    void receivesOperationAndReturnsResult() throws IOException {
        SettableClock clock = new SettableClock("2012-09-21T09:00:00+08:00");
        Path socket = folder.resolve("api.sock");
        try (TestExchange exchange = TestExchange.start(folder.resolve("home"), clock);
                OpenLocalApi.Open open = exchange.bean(OpenLocalApi.class).open(socket)) {
            assertThat(open).isNotNull();
            assertThat(ask(socket, HELD_LIST))
                    .startsWith("HTTP/1.1 200")
                    .contains("Content-Type: application/json", "Jinbo-Exit-Status: 0", "\"held\" : [ ]");
            assertThat(ask(socket, UNKNOWN))
                    .startsWith("HTTP/1.1 422")
                    .contains("Content-Type: application/problem+json", "Jinbo-Exit-Status: 1");
            assertThat(ask(socket, INSURER_WITHOUT_LINE))
                    .startsWith("HTTP/1.1 422")
                    .contains("OPERATION_UNREADABLE", "No line of business is given");
            assertThat(ask(socket, NO_SSH_KEY))
                    .startsWith("HTTP/1.1 422")
                    .contains("OPERATION_UNREADABLE", "ssh-key is missing");
        }
    }

    @Test
    void refusesWhatIsMissingInADocumentWithoutAFault() throws IOException {
        SettableClock clock = new SettableClock("2012-09-21T09:00:00+08:00");
        Path socket = folder.resolve("api.sock");
        try (TestExchange exchange = TestExchange.start(folder.resolve("home"), clock);
                OpenLocalApi.Open open = exchange.bean(OpenLocalApi.class).open(socket)) {
            assertThat(open).isNotNull();
            for (String missing : List.of("by", "at", "nonce", "exchange")) {
                String signed =
                        "{\"operation\":\"status\",\"version\":1,\"exchange\":\"x\",\"by\":\"x\",\"at\":\"2012-09-21T01:00:00Z\",\"nonce\":\"x\",\"values\":{}}";
                assertThat(ask(socket, signed.replaceAll("(\"" + missing + "\"):\"[^\"]*\"", "$1:null")))
                        .as(missing)
                        .startsWith("HTTP/1.1 4")
                        .contains("OPERATION_UNREADABLE");
            }
            assertThat(
                            ask(
                                    socket,
                                    "{\"operation\":\"register\",\"version\":1,\"values\":{\"term\":\"3Y\",\"line\":[\"LIFE\"],\"reason\":\"x\"}}"))
                    .startsWith("HTTP/1.1 422")
                    .contains("term is missing or not valid");
        }
    }

    @Test
    void answersComeInTheFormThatIsAskedFor() throws IOException {
        SettableClock clock = new SettableClock("2012-09-21T09:00:00+08:00");
        Path socket = folder.resolve("api.sock");
        String coloured = "Jinbo-Screen: coloured\r\n";
        try (TestExchange exchange = TestExchange.start(folder.resolve("home"), clock);
                OpenLocalApi.Open open = exchange.bean(OpenLocalApi.class).open(socket)) {
            assertThat(open).isNotNull();
            assertThat(ask(socket, "Accept: text/plain\r\n", HELD_LIST))
                    .contains("Content-Type: text/plain", "\r\n\r\nNo held files.\n");
            assertThat(ask(socket, "Accept: text/plain\r\n" + coloured, UNKNOWN))
                    .contains("Content-Type: text/plain", "\r\n\r\n\u001B[31m");
            assertThat(ask(socket, "Accept: text/plain\r\n", UNKNOWN)).doesNotContain("\u001B");
            assertThat(ask(socket, coloured, HELD_LIST)).contains("\r\n\r\n{");
        }
    }

    private static String ask(Path socket, String body) throws IOException {
        return ask(socket, "", body);
    }

    private static String ask(Path socket, String headers, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        String head = "POST /api/v1/operations HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                + headers + "Content-Length: " + bytes.length + "\r\nConnection: close\r\n\r\n";
        try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            channel.connect(UnixDomainSocketAddress.of(socket));
            channel.write(ByteBuffer.wrap(head.getBytes(StandardCharsets.US_ASCII)));
            channel.write(ByteBuffer.wrap(bytes));
            return new String(Channels.newInputStream(channel).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void takesOverTheSocketOfADeadProcessOnly() throws IOException {
        SettableClock clock = new SettableClock("2012-09-21T09:00:00+08:00");
        Path socket = folder.resolve("api.sock");
        try (ServerSocketChannel dead = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            dead.bind(UnixDomainSocketAddress.of(socket));
        }
        assertThat(socket).exists();
        try (TestExchange exchange = TestExchange.start(folder.resolve("home"), clock);
                OpenLocalApi.Open first = exchange.bean(OpenLocalApi.class).open(socket)) {
            assertThat(first).isNotNull();
            exchange.bean(OpenLocalApi.class).open(socket).close();

            assertThat(ask(socket, HELD_LIST)).startsWith("HTTP/1.1 200");
        }
    }

    @Test
    void deletesFilesThatADeadProcessHasReceived() throws IOException {
        SettableClock clock = new SettableClock("2012-09-21T09:00:00+08:00");
        try (TestExchange exchange = TestExchange.start(folder.resolve("home"), clock)) {
            Path left = Files.createDirectories(exchange.home().resolve("requests/received-123"));

            exchange.bean(OpenLocalApi.class).open(folder.resolve("api.sock")).close();

            assertThat(left).doesNotExist();
        }
    }

    @Test
    void theSocketIsClosedWithoutAWord() {
        SettableClock clock = new SettableClock("2012-09-21T09:00:00+08:00");
        Path socket = folder.resolve("api.sock");
        try (TestExchange exchange = TestExchange.start(folder.resolve("home"), clock);
                CapturedLog log = new CapturedLog()) {
            exchange.bean(OpenLocalApi.class).open(socket).close();

            // other tests of this process open sockets of their own
            assertThat(log.linesOf("org.apache.tomcat.util.net"))
                    .noneMatch(line -> line.contains("[http-nio-" + socket));
            assertThat(socket).doesNotExist();
        }
    }

    @Test
    void doesNotOpenASocketAtTooLongPath() {
        SettableClock clock = new SettableClock("2012-09-21T09:00:00+08:00");
        Path socket = folder.resolve("a".repeat(100)).resolve("api.sock");
        try (TestExchange exchange = TestExchange.start(folder.resolve("home"), clock);
                OpenLocalApi.Open open = exchange.bean(OpenLocalApi.class).open(socket)) {
            assertThat(open).isNotNull();
            assertThat(new ApiClient(socket).isThere()).isFalse();
        }
    }
}
