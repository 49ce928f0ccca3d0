package jinbo.exchange.sftp;

import static jinbo.exchange.sftp.server.TestDrop.YUNHE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import jinbo.exchange.sftp.DropException.DropUnreachableException;
import jinbo.exchange.sftp.HostNameResolver.NameService;
import jinbo.exchange.sftp.check.DropCheckCode;
import jinbo.exchange.sftp.check.DropCheckStep;
import jinbo.exchange.sftp.check.PlainProbe;
import jinbo.exchange.sftp.server.TestDrop;
import jinbo.testing.AttackTable;
import jinbo.testing.NetworkFault;
import jinbo.testing.NetworkFault.Direction;
import jinbo.testing.NetworkFault.Kind;
import jinbo.testing.TcpProxy;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A silent server times out at every step. */
class SilentServersIT {

    private static final DropTimeouts IMPATIENT =
            new DropTimeouts(Duration.ofSeconds(2), Duration.ofSeconds(2), Duration.ofSeconds(1));

    private static final Duration AT_LAST = Duration.ofSeconds(20);

    private static final String GIVEN_UP = "given up in time";
    private static final int LARGE = 4_000_000;

    @TempDir
    private Path home;

    private TestDrop drop;
    private TcpProxy line;
    private DropClient client;
    private DropAddress address;

    @BeforeEach
    void start() throws IOException {
        drop = new TestDrop(home);
        line = TcpProxy.to(drop.server.port());
        client = new DropClient(DropCredentials.ofKey(drop.clientKey), IMPATIENT);
        address = new DropAddress("127.0.0.1", line.port(), "YUNHE", HostKeyPins.of(drop.server.fingerprint()), "");
    }

    @AfterEach
    void stop() throws IOException {
        client.close();
        line.close();
        drop.close();
    }

    @ParameterizedTest(name = "after {0} % of all that a server says until we are in")
    @ValueSource(ints = {0, 5, 30, 60, 80, 97})
    void onTheWayIn(int percent) {
        client.open(YUNHE, address).close();
        long all = line.bytes(Direction.TO_CLIENT);
        line.arm(new NetworkFault(Kind.STALL, NetworkFault.Moment.after(Direction.TO_CLIENT, all * percent / 100)));

        givenUp("on the way in, after " + percent + " %", () -> client.open(YUNHE, address));
        assertThat(line.hasFired()).isTrue();
    }

    @Test
    void itNamesItselfWithoutEnd() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            CountDownLatch over = new CountDownLatch(1);
            Thread talking = new Thread(() -> talk(socket, over), "talking");
            talking.start();
            DropAddress talker = new DropAddress("127.0.0.1", socket.getLocalPort(), "u", address.pins(), "");

            givenUp("it talks without end and never names itself", () -> client.open(YUNHE, talker));
            over.countDown();
        }
    }

    @Test
    void inTheMiddleOfAListing() throws IOException {
        for (int i = 0; i < 3000; i++) {
            Files.createFile(drop.upload("a-file-with-a-long-name-%06d.pgp".formatted(i)));
        }
        try (DropSession session = client.open(YUNHE, address)) {
            line.arm(new NetworkFault(
                    Kind.STALL,
                    NetworkFault.Moment.after(Direction.TO_CLIENT, line.bytes(Direction.TO_CLIENT) + 50_000)));
            givenUp("in the middle of a listing", session::scan);
        }
    }

    @Test
    void inTheMiddleOfAFetch() throws IOException {
        Files.write(drop.upload("large.pgp"), new byte[LARGE]);
        try (DropSession session = client.open(YUNHE, address)) {
            FileSnapshot fileSnapshot = session.scan().files().get(0);
            Path spool = Files.createDirectory(home.resolve("spool"));
            givenUp(
                    "in the middle of a fetch",
                    () -> session.fetch(
                            DropFolder.UPLOAD,
                            fileSnapshot,
                            spool.resolve("1"),
                            LARGE,
                            bytes -> line.breakNow(Kind.STALL)));
            assertThat(spool).isEmptyDirectory();
        }
    }

    @Test
    void inTheMiddleOfADelivery() throws IOException {
        Path large = Files.write(home.resolve("large"), new byte[5 * LARGE]);
        try (DropSession session = client.open(YUNHE, address)) {
            givenUp(
                    "in the middle of a delivery",
                    () -> session.deliver(large, "list.pgp", bytes -> line.breakNow(Kind.STALL)));
            assertThat(drop.download("list.pgp")).doesNotExist();
        }
    }

    @Test
    void asWeSayGoodbye() {
        DropSession session = client.open(YUNHE, address);
        line.breakNow(Kind.STALL);
        long begun = System.nanoTime();

        session.close();
        client.close();

        AttackTable.row("drop: a server that falls silent as we say goodbye", GIVEN_UP, inTime(begun));
    }

    @Test
    void theNameServiceDoesNotAnswer() throws Exception {
        CountDownLatch over = new CountDownLatch(1);
        NameService silent = host -> {
            try {
                over.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return List.of(InetAddress.getLoopbackAddress());
        };
        DropCredentials own = DropCredentials.ofKey(drop.clientKey);
        try (DropClient asking = new DropClient(own, IMPATIENT, silent)) {
            DropAddress named = new DropAddress("sftp.yunhe.example", 22, "u", address.pins(), "");

            givenUp("a name service that does not answer", () -> asking.open(YUNHE, named));
            assertThat(PlainProbe.check(asking, named, own, home)
                            .get(DropCheckStep.NAME.ordinal())
                            .code())
                    .isEqualTo(DropCheckCode.NAME_NOT_TOLD);
        } finally {
            over.countDown();
        }
    }

    @Test
    void theSecondAddressOfANameIsTriedWhereTheFirstIsClosed() throws Exception {
        DropCredentials own = DropCredentials.ofKey(drop.clientKey);
        InetAddress nobody = InetAddress.getByAddress(new byte[] {127, 0, 0, 2});
        NameService two = host -> List.of(nobody, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
        try (DropClient asking = new DropClient(own, IMPATIENT, two);
                DropSession session = asking.open(
                        YUNHE,
                        new DropAddress("sftp.yunhe.example", drop.server.port(), "YUNHE", address.pins(), ""))) {
            assertThat(session.missingFolders()).isEmpty();
        }
    }

    private static void givenUp(String where, ThrowingCallable work) {
        long begun = System.nanoTime();
        Throwable thrown = catchThrowable(work);

        assertThat(thrown).isInstanceOf(DropUnreachableException.class);
        assertThat(Thread.currentThread().isInterrupted())
                .as("the run goes on with other insurers")
                .isFalse();
        AttackTable.row("drop: silence, " + where, GIVEN_UP, inTime(begun));
    }

    private static String inTime(long begun) {
        return System.nanoTime() - begun < AT_LAST.toNanos() ? GIVEN_UP : "waited for";
    }

    private static void talk(ServerSocket socket, CountDownLatch over) {
        try (Socket client = socket.accept()) {
            do {
                client.getOutputStream().write("welcome\r\n".getBytes(StandardCharsets.US_ASCII));
                client.getOutputStream().flush();
            } while (!over.await(100, java.util.concurrent.TimeUnit.MILLISECONDS));
        } catch (IOException hungUp) {
            over.countDown();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
