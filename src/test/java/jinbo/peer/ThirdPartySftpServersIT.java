package jinbo.peer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import jinbo.batch.Drops;
import jinbo.batch.SignedProbe;
import jinbo.exchange.format.ReceiptStatus;
import jinbo.exchange.keys.AssociationKeys;
import jinbo.exchange.sftp.check.DropCheckResult;
import jinbo.platform.ssh.SshPublicKey;
import jinbo.testing.PartnerTable;
import jinbo.testing.SettableClock;
import jinbo.testing.TestExchange;
import jinbo.testing.ThirdPartySftpServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * YUNHE's drop lies on an SFTP server of each kind in turn: the check finds nothing wrong, and a whole cycle goes
 * over it.
 */
@Tag("interop")
class ThirdPartySftpServersIT {

    private static final SettableClock CLOCK = new SettableClock("2012-09-21T09:00:00+08:00");

    @TempDir
    static Path home;

    private static TestExchange exchange;
    private static SshPublicKey association;

    @BeforeAll
    static void start() throws IOException {
        exchange = TestExchange.start(home, CLOCK);
        association =
                new SshPublicKey(exchange.bean(AssociationKeys.class).ssh().getPublic());
    }

    @AfterAll
    static void close() {
        exchange.close();
    }

    @ParameterizedTest
    @EnumSource
    void aWholeCycleGoesOverIt(ThirdPartySftpServer.Program program) throws IOException {
        try (ThirdPartySftpServer server = ThirdPartySftpServer.start(program, association)) {
            Path drop = server.newDrop("YUNHE");
            exchange.moveDrop("YUNHE", drop, server.address(drop));
            String upload = "complaints-YUNHE-20120921-%03d.csv.pgp".formatted(program.ordinal() + 1);
            String number = Long.toString(13810600000L + 2 * program.ordinal());

            List<DropCheckResult> checked =
                    exchange.bean(Drops.class).check(exchange.insurer("YUNHE"), exchange.bean(SignedProbe.class));
            exchange.upload(
                    "YUNHE", upload, "mobile,complaint,complained_on\r\n" + number + ",TELEMARKETING,2012-09-20\r\n");
            assertThat(exchange.collect().problems()).isEmpty();
            assertThat(exchange.publish().problems()).isEmpty();

            assertThat(checked).filteredOn(DropCheckResult::isWrong).isEmpty();
            assertThat(exchange.receiptOf("YUNHE", upload).status()).isEqualTo(ReceiptStatus.ACCEPTED);
            assertThat(exchange.listing("YUNHE", "archive")).containsExactly(upload);
            assertThat(exchange.listing("YUNHE", "download"))
                    .anyMatch(name -> name.startsWith("blocklist-YUNHE-"))
                    .noneMatch(name -> name.endsWith(".part") || name.startsWith("."));
            PartnerTable.row(
                    program + ": hosts an insurer's drop",
                    "the whole cycle",
                    exchange.listing("YUNHE", "upload").isEmpty() ? "the whole cycle" : "uploads are left");
        }
    }
}
