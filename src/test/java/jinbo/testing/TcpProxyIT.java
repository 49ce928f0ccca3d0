package jinbo.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import jdk.net.ExtendedSocketOptions;
import jinbo.testing.NetworkFault.Direction;
import jinbo.testing.NetworkFault.Kind;
import jinbo.testing.NetworkFault.Moment;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@Timeout(30)
class TcpProxyIT {

    private ServerSocket listening;
    private TcpProxy proxy;
    private Socket client;
    private Socket server;

    @BeforeEach
    void connect() throws IOException {
        listening = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        proxy = TcpProxy.to(listening.getLocalPort());
        client = new Socket(InetAddress.getLoopbackAddress(), proxy.port());
        server = listening.accept();
        client.setSoTimeout(20_000);
        server.setSoTimeout(20_000);
    }

    @AfterEach
    void close() throws IOException {
        client.close();
        server.close();
        listening.close();
        proxy.close();
        assertThat(Thread.getAllStackTraces().keySet())
                .as("threads end with the proxy")
                .noneMatch(thread -> thread.getName().startsWith("proxy-" + proxy.port()) && thread.isAlive());
    }

    @Test
    void aSoundLinePassesBothWaysAndCounts() throws IOException {
        send(client, "question");
        assertThat(read(server, 8)).isEqualTo("question");
        send(server, "an answer");
        assertThat(read(client, 9)).isEqualTo("an answer");
        client.shutdownOutput();
        assertThat(server.getInputStream().read()).isEqualTo(-1);

        assertThat(proxy.bytes(Direction.TO_SERVER)).isEqualTo(8);
        assertThat(proxy.bytes(Direction.TO_CLIENT)).isEqualTo(9);
        assertThat(proxy.hasFired()).isFalse();
    }

    @Test
    void aCutEndsBothSidesAfterExactlyTheseBytes() throws IOException {
        proxy.arm(new NetworkFault(Kind.CUT, Moment.after(Direction.TO_SERVER, 5)));
        send(client, "question");

        assertThat(new String(server.getInputStream().readAllBytes(), StandardCharsets.US_ASCII))
                .isEqualTo("quest");
        assertThat(client.getInputStream().read()).isEqualTo(-1);
        assertThat(proxy.hasFired()).isTrue();
    }

    @Test
    void aResetThrowsBothSidesOut() throws IOException {
        proxy.arm(new NetworkFault(Kind.RESET, Moment.after(Direction.TO_CLIENT, 0)));
        send(client, "question");
        assertThat(read(server, 8)).isEqualTo("question");
        send(server, "answer");

        assertThatThrownBy(() -> client.getInputStream().read()).isInstanceOf(SocketException.class);
        assertThatThrownBy(() -> server.getInputStream().read()).isInstanceOf(SocketException.class);
    }

    @Test
    void aLineHalfOpenToTheServerStillCarriesAnswers() throws IOException {
        proxy.arm(new NetworkFault(Kind.HALF_OPEN_TO_SERVER, Moment.after(Direction.TO_SERVER, 8)));
        send(client, "question and more");

        assertThat(server.getInputStream().readAllBytes()).hasSize(8);
        send(server, "answer");
        assertThat(read(client, 6)).isEqualTo("answer");
    }

    @Test
    void aLineHalfOpenToTheClientStillCarriesQuestions() throws IOException {
        proxy.arm(new NetworkFault(Kind.HALF_OPEN_TO_CLIENT, Moment.after(Direction.TO_CLIENT, 0)));
        send(server, "greeting");

        assertThat(client.getInputStream().read()).isEqualTo(-1);
        send(client, "question");
        assertThat(read(server, 8)).isEqualTo("question");
    }

    @Test
    void aStalledLineStandsAndPassesNothing() throws IOException {
        proxy.arm(new NetworkFault(Kind.STALL, Moment.after(Direction.TO_SERVER, 3)));
        send(client, "question");
        assertThat(read(server, 3)).isEqualTo("que");

        server.setSoTimeout(100);
        assertThatThrownBy(() -> server.getInputStream().read()).isInstanceOf(SocketTimeoutException.class);
        proxy.heal();
        assertThatThrownBy(() -> read(client, 1)).isInstanceOf(IOException.class);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void acknowledgesNothingInBlackhole() throws IOException {
        for (Socket side : List.of(client, server)) {
            side.setKeepAlive(true);
            side.setOption(ExtendedSocketOptions.TCP_KEEPIDLE, 1);
            side.setOption(ExtendedSocketOptions.TCP_KEEPINTERVAL, 1);
            side.setOption(ExtendedSocketOptions.TCP_KEEPCOUNT, 1);
        }
        proxy.breakNow(Kind.BLACKHOLE);

        for (Socket side : List.of(client, server)) {
            assertThatThrownBy(() -> side.getInputStream().read())
                    .isInstanceOf(SocketException.class)
                    .hasMessageContaining("timed out");
        }
    }

    @Test
    void anAnswerIsLostAfterTheServerHasSeenTheText() throws IOException {
        proxy.arm(new NetworkFault(Kind.CUT, Moment.asAnswerIsLost("BEGIN", "COMMIT")));
        send(client, "BEGIN");
        read(server, 5);
        send(server, "ok");
        assertThat(read(client, 2)).isEqualTo("ok");
        send(client, "COM");
        read(server, 3);
        send(client, "MIT");
        assertThat(read(server, 3)).isEqualTo("MIT");
        send(server, "ok");

        assertThat(client.getInputStream().read()).isEqualTo(-1);
    }

    @Test
    void aRequestIsLostBeforeTheServerHasSeenTheText() throws IOException {
        proxy.arm(new NetworkFault(Kind.CUT, Moment.asRequestIsLost("COMMIT")));
        send(client, "insert;COMMIT");

        assertThat(new String(server.getInputStream().readAllBytes(), StandardCharsets.US_ASCII))
                .isEqualTo("insert;");
    }

    @Test
    void onlyOneConnectionMeetsTheFault() throws IOException {
        proxy.arm(new NetworkFault(Kind.CUT, Moment.after(Direction.TO_SERVER, 1)));
        send(client, "x");
        assertThat(client.getInputStream().read()).isEqualTo(-1);

        try (Socket second = new Socket(InetAddress.getLoopbackAddress(), proxy.port());
                Socket peer = listening.accept()) {
            send(second, "question");
            assertThat(read(peer, 8)).isEqualTo("question");
        }
    }

    @Test
    void aLineThatIsDownBreaksEachNewConnectionUntilItIsHealed() throws IOException {
        proxy.goDown(Kind.CUT);
        assertThat(client.getInputStream().read()).isEqualTo(-1);
        try (Socket second = new Socket(InetAddress.getLoopbackAddress(), proxy.port());
                Socket peer = listening.accept()) {
            assertThat(peer.isConnected()).isTrue();
            assertThat(second.getInputStream().read()).isEqualTo(-1);
        }
        proxy.heal();
        try (Socket third = new Socket(InetAddress.getLoopbackAddress(), proxy.port());
                Socket peer = listening.accept()) {
            send(third, "question");
            assertThat(read(peer, 8)).isEqualTo("question");
        }
    }

    @Test
    void connectionsAreRefusedUntilTheLineIsHealed() throws IOException {
        proxy.refuseConnections();
        assertThatThrownBy(() -> new Socket(InetAddress.getLoopbackAddress(), proxy.port()))
                .isInstanceOf(ConnectException.class);
        proxy.heal();
        new Socket(InetAddress.getLoopbackAddress(), proxy.port()).close();
    }

    @Test
    void aSlowLineTakesItsTimeAndLosesNothing() throws IOException {
        proxy.slowDown(Duration.ofMillis(50), 10_000);
        long before = System.nanoTime();
        send(client, "x".repeat(3000));

        assertThat(read(server, 3000)).isEqualTo("x".repeat(3000));
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThan(Duration.ofMillis(250));
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static String read(Socket socket, int bytes) throws IOException {
        byte[] read = socket.getInputStream().readNBytes(bytes);
        if (read.length < bytes) {
            throw new IOException("ended after " + read.length);
        }
        return new String(read, StandardCharsets.US_ASCII);
    }
}
