package jinbo.exchange.sftp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import jinbo.exchange.sftp.server.TestDrop;
import jinbo.testing.TcpProxy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A slow connection is not a dead one. */
@Timeout(120)
class SlowNetworkIT {

    private static final DropTimeouts IMPATIENT = new DropTimeouts(
            Duration.ofSeconds(5), Duration.ofSeconds(10), Duration.ofMillis(1500), 100_000, Duration.ofSeconds(1));

    @TempDir
    Path home;

    @Test
    void aTransferThatTakesLongerThanAnAnswerMayIsBroughtToItsEnd() throws IOException {
        Path large = home.resolve("large");
        byte[] content = new byte[450_000];
        new Random(1).nextBytes(content);
        Files.write(large, content);
        try (TestDrop drop = new TestDrop(home);
                TcpProxy line = TcpProxy.to(drop.server.port());
                DropClient client = new DropClient(DropCredentials.ofKey(drop.clientKey), IMPATIENT)) {
            Files.write(drop.upload("a.pgp"), content);
            DropAddress address =
                    new DropAddress("127.0.0.1", line.port(), "YUNHE", HostKeyPins.of(drop.server.fingerprint()), "");
            try (DropSession session = client.open(TestDrop.YUNHE, address)) {
                line.slowDown(Duration.ZERO, 200_000);

                DeliveryOutcome delivered = session.deliver(large, "list.pgp");
                FetchOutcome fetched = session.fetch(
                        DropFolder.UPLOAD,
                        session.scan().files().get(0),
                        home.resolve("fetched"),
                        Long.MAX_VALUE,
                        TransferProgressListener.SILENT);

                assertThat(delivered).isInstanceOf(DeliveryOutcome.Delivered.class);
                assertThat(fetched).isInstanceOf(FetchOutcome.Fetched.class);
            }
            assertThat(drop.download("list.pgp")).hasBinaryContent(content);
        }
    }
}
