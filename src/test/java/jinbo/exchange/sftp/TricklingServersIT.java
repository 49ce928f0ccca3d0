package jinbo.exchange.sftp;

import static jinbo.exchange.sftp.server.TestDrop.YUNHE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import jinbo.exchange.sftp.DropException.DropUnreachableException;
import jinbo.exchange.sftp.check.DropCheckCode;
import jinbo.exchange.sftp.check.DropProbe;
import jinbo.exchange.sftp.check.PlainProbe;
import jinbo.exchange.sftp.server.TestDrop;
import jinbo.testing.AttackTable;
import jinbo.testing.TcpProxy;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that answers in time but too slowly is disconnected. */
class TricklingServersIT {

    private static final DropTimeouts STRICT = new DropTimeouts(
            Duration.ofSeconds(5), Duration.ofSeconds(10), Duration.ofMinutes(1), 64 * 1024, Duration.ofSeconds(1));

    private static final Duration AT_LAST = Duration.ofSeconds(15);
    private static final String GIVEN_UP = "given up in time";
    private static final int TRICKLE = 2000;
    private static final int LARGE = 2_000_000;

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
        client = new DropClient(DropCredentials.ofKey(drop.clientKey), STRICT);
        address = new DropAddress("127.0.0.1", line.port(), "YUNHE", HostKeyPins.of(drop.server.fingerprint()), "");
    }

    @AfterEach
    void stop() throws IOException {
        client.close();
        line.close();
        drop.close();
    }

    @Test
    void aFetch() throws IOException {
        Files.write(drop.upload("large.pgp"), noise());
        Path spool = Files.createDirectory(home.resolve("spool"));
        try (DropSession session = client.open(YUNHE, address)) {
            FileSnapshot fileSnapshot = session.scan().files().get(0);
            givenUp(
                    "a fetch",
                    () -> session.fetch(DropFolder.UPLOAD, fileSnapshot, spool.resolve("1"), LARGE, this::trickle));
        }
        assertThat(spool).isEmptyDirectory();
    }

    @Test
    void aDelivery() throws IOException {
        Path large = Files.write(home.resolve("large"), noise());
        try (DropSession session = client.open(YUNHE, address)) {
            givenUp("a delivery", () -> session.deliver(large, "list.pgp", this::trickle));
        }
        assertThat(drop.download("list.pgp")).doesNotExist();
    }

    @Test
    void aDeliveryThatIsReadBack() throws IOException {
        Path large = Files.write(home.resolve("large"), noise());
        Files.copy(large, drop.download("list.pgp"));
        try (DropSession session = client.open(YUNHE, address)) {
            trickle(0);
            givenUp("a delivery that lies there already", () -> session.deliver(large, "list.pgp"));
        }
    }

    @Test
    void aListing() throws IOException {
        for (int i = 0; i < 3000; i++) {
            Files.createFile(drop.upload("a-file-with-a-long-name-%06d.pgp".formatted(i)));
        }
        try (DropSession session = client.open(YUNHE, address)) {
            trickle(0);
            givenUp("a listing", session::scan);
        }
    }

    @Test
    void aListingOfOneEntryAnAnswerIsTakenWhole() throws IOException {
        HostileSftpSubsystem oneByOne = new HostileSftpSubsystem(answer -> answer < 60
                ? List.of(("complaints-" + answer + ".pgp").getBytes(StandardCharsets.US_ASCII))
                : List.of());
        try (CustomSshServer server = CustomSshServer.speaking(oneByOne);
                TcpProxy distant =
                        TcpProxy.to(server.address(CustomSshServer.ED25519).port())) {
            DropAddress there = new DropAddress(
                    "127.0.0.1",
                    distant.port(),
                    "YUNHE",
                    server.address(CustomSshServer.ED25519).pins(),
                    "");
            try (DropSession session = client.open(YUNHE, there)) {
                distant.slowDown(Duration.ofMillis(20), Long.MAX_VALUE);

                assertThat(session.scan().files()).hasSize(60);
            }
        }
    }

    @Test
    void looksAndMovesWhoseAnswersAreLate() throws IOException {
        TestDrop.put(drop.upload("a.pgp"), "sealed");
        try (DropSession session = client.open(YUNHE, address)) {
            FileSnapshot fileSnapshot = session.scan().files().get(0);
            line.slowDown(Duration.ofSeconds(1), Long.MAX_VALUE);
            givenUp("a move to the archive", () -> session.archive(fileSnapshot, Optional.empty(), "a.pgp"));
        }
    }

    @Test
    void anInsurersPut() throws IOException {
        Path large = Files.write(home.resolve("large"), noise());
        try (InsurerDropSession session = client.openAsInsurer(YUNHE, address)) {
            trickle(0);
            givenUp("an insurer's own upload", () -> session.put(large, "a.pgp"));
        }
    }

    @Test
    void anInsurersFetch() throws IOException {
        Files.write(drop.download("list.pgp"), noise());
        try (InsurerDropSession session = client.openAsInsurer(YUNHE, address)) {
            FileSnapshot fileSnapshot = session.scan(name -> true).files().get(0);
            trickle(0);
            givenUp("an insurer's fetch of its list", () -> session.fetch(fileSnapshot, home.resolve("list"), LARGE));
        }
    }

    @Test
    void theCheckOfADropSaysSo() throws IOException {
        DropProbe slowing = new PlainProbe() {
            @Override
            public void make(String name, Path sealed) throws IOException {
                super.make(name, sealed);
                line.slowDown(Duration.ofSeconds(1), Long.MAX_VALUE);
            }
        };

        assertThat(PlainProbe.check(client, address, DropCredentials.ofKey(drop.clientKey), slowing, home))
                .filteredOn(checked -> checked.code() == DropCheckCode.BROKE_OFF)
                .singleElement()
                .satisfies(broken -> assertThat(broken.toString()).contains("too slow"));
    }

    private void trickle(long bytes) {
        line.slowDown(Duration.ZERO, TRICKLE);
    }

    private static byte[] noise() {
        byte[] content = new byte[LARGE];
        new Random(1).nextBytes(content);
        return content;
    }

    private static void givenUp(String what, ThrowingCallable work) {
        long begun = System.nanoTime();
        Throwable thrown = catchThrowable(work);

        assertThat(thrown)
                .isInstanceOf(DropUnreachableException.class)
                .hasMessageContaining("the server is too slow")
                .hasMessageContaining("1.0 s longer than allowed");
        AttackTable.row(
                "drop: little by little, " + what,
                GIVEN_UP,
                System.nanoTime() - begun < AT_LAST.toNanos() ? GIVEN_UP : "waited for");
    }
}
