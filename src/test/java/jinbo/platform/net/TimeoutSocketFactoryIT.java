package jinbo.platform.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.locks.LockSupport;
import jdk.net.ExtendedSocketOptions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class TimeoutSocketFactoryIT {

    private static final Duration TIMEOUT = Duration.ofMillis(200);

    private ServerSocket listening;

    @BeforeEach
    void listen() throws IOException {
        listening = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    }

    @AfterEach
    void close() throws IOException {
        listening.close();
    }

    @Test
    void aServerThatTakesNothingAnyMoreIsGivenUp() throws IOException {
        try (Socket socket = connected(new TimeoutSocketFactory(TIMEOUT));
                Socket silent = listening.accept()) {
            OutputStream out = socket.getOutputStream();

            assertThatThrownBy(() -> writeMuch(out))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("has read nothing");
            assertThat(socket.isClosed()).isTrue();
            assertThat(silent.isClosed()).isFalse();
        }
    }

    @Test
    void aConnectionThatRestsIsKeptAndIsGivenUpOnceItsServerTakesNothing() throws IOException {
        try (Socket socket = connected(new TimeoutSocketFactory(TIMEOUT));
                Socket silent = listening.accept()) {
            OutputStream out = socket.getOutputStream();
            for (Duration pause : List.of(TIMEOUT.dividedBy(2), TIMEOUT.multipliedBy(3), TIMEOUT.dividedBy(2))) {
                out.write(0);
                rest(pause);
            }
            assertThat(socket.isClosed()).isFalse();

            assertThatThrownBy(() -> writeMuch(out)).hasMessageContaining("has read nothing");
            assertThat(silent.isClosed()).isFalse();
        }
    }

    private static void rest(Duration pause) {
        long end = System.nanoTime() + pause.toNanos();
        while (end - System.nanoTime() > 0) {
            LockSupport.parkNanos(end - System.nanoTime());
        }
    }

    private static void writeMuch(OutputStream out) throws IOException {
        for (int i = 0; i < 1000; i++) {
            out.write(new byte[1 << 20]);
        }
    }

    @Test
    void aServerThatTakesItsTimeButGoesOnIsNot() throws Exception {
        try (Socket socket = connected(new TimeoutSocketFactory(Duration.ofSeconds(20)));
                Socket server = listening.accept()) {
            Thread reader = new Thread(() -> {
                try {
                    server.getInputStream().readAllBytes();
                } catch (IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
            });
            reader.start();
            for (int i = 0; i < 50; i++) {
                socket.getOutputStream().write(new byte[1 << 20]);
            }
            socket.shutdownOutput();
            reader.join();
            assertThat(socket.isClosed()).isFalse();
        }
    }

    @Test
    void noticesDeadConnectionWithin15Seconds() throws IOException {
        Properties properties = new Properties();
        properties.setProperty("socketTimeout", "900");
        try (Socket socket = connected(new TimeoutSocketFactory(properties));
                Socket server = listening.accept()) {
            assertThat(socket.getKeepAlive()).isTrue();
            assertThat(server.isConnected()).isTrue();
            if (socket.supportedOptions().contains(ExtendedSocketOptions.TCP_KEEPIDLE)) {
                int seconds = socket.getOption(ExtendedSocketOptions.TCP_KEEPIDLE)
                        + socket.getOption(ExtendedSocketOptions.TCP_KEEPINTERVAL)
                                * socket.getOption(ExtendedSocketOptions.TCP_KEEPCOUNT);
                assertThat(seconds).isLessThanOrEqualTo(15);
            }
        }
    }

    private Socket connected(TimeoutSocketFactory sockets) throws IOException {
        Socket socket = sockets.createSocket();
        socket.connect(listening.getLocalSocketAddress(), 5000);
        return socket;
    }
}
