package jinbo.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Set;
import jinbo.batch.Drops;
import jinbo.exchange.sftp.DropAddress;
import jinbo.exchange.sftp.DropClient;
import jinbo.exchange.sftp.DropCredentials;
import jinbo.exchange.sftp.DropException;
import jinbo.exchange.sftp.DropException.DropLoginRefusedException;
import jinbo.exchange.sftp.DropException.DropRefusedException;
import jinbo.exchange.sftp.DropTimeouts;
import jinbo.exchange.sftp.InsurerDropSession;
import jinbo.participant.insurer.DropLocation;
import jinbo.participant.insurer.EndParticipation;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.insurer.Insurers;
import jinbo.platform.ssh.SshKeyFile;
import jinbo.testing.AttackTable;
import jinbo.testing.SettableClock;
import jinbo.testing.Steps;
import jinbo.testing.TestExchange;
import jinbo.testing.TestLines;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An insurer's key, here one that is published, lets in to the embedded server as long as the insurer takes part. */
class LoginAfterExitIT {

    private static final InsurerCode XINHE = new InsurerCode("XINHE");
    private static final String ENDS = "reads only while suspended, is shut out after leaving, the association goes on";

    @TempDir
    private Path home;

    @Test
    void aKeyThatEverybodyHasIsWorthNothingOnceItsInsurerHasLeft() throws IOException {
        Steps steps = new Steps();
        SettableClock clock = new SettableClock("2012-09-21T09:00:00+08:00");
        DropTimeouts timeouts = new DropTimeouts(Duration.ofSeconds(5), Duration.ofSeconds(10), Duration.ofSeconds(10));
        try (TestExchange exchange = TestExchange.start(home, clock);
                DropClient client = new DropClient(
                        DropCredentials.ofKey(new SshKeyFile(TestExchange.KEYS.resolve("YUNHE.ssh")).read()),
                        timeouts)) {
            Insurers insurers = exchange.bean(Insurers.class);
            String published = Files.readString(TestExchange.KEYS.resolve("YUNHE.ssh.pub"));
            exchange.bean(Drops.class)
                    .prepareEmbedded(insurers.add(
                            XINHE,
                            "新河人寿",
                            TestLines.LIFE,
                            new DropLocation.Embedded(Set.of(published.strip())),
                            clock.instant()));
            DropAddress address = exchange.bean(Drops.class).embeddedServer().addressOf("XINHE");
            Path file = Files.writeString(home.resolve("file"), "sealed");

            try (InsurerDropSession session = client.openAsInsurer(XINHE, address)) {
                steps.take("it sends", () -> session.put(file, "a.pgp"));
                insurers.suspend(XINHE, clock.instant());
                steps.take("suspended, it only looks", () -> {
                    assertThat(session.scan(name -> true).files()).isEmpty();
                    assertThatThrownBy(() -> session.put(file, "b.pgp")).isInstanceOf(DropRefusedException.class);
                });
                exchange.bean(EndParticipation.class)
                        .leave(XINHE, LocalDate.of(2012, 9, 21), "licence given back", clock.instant());
                steps.take(
                        "its session is ended when it has left",
                        () -> assertThatThrownBy(() -> session.scan(name -> true))
                                .isInstanceOf(DropException.class));
            }
            steps.take(
                    "it is not let in again",
                    () -> assertThatThrownBy(() -> client.openAsInsurer(XINHE, address))
                            .isInstanceOf(DropLoginRefusedException.class));
            steps.take("the association is", () -> {
                int waiting = exchange.bean(Drops.class)
                        .visit(insurers.get(XINHE), drop -> drop.scan().files().size());
                assertThat(waiting).isEqualTo(1);
            });
        }
        AttackTable.row(
                "drop: a sample key, which is published, after its insurer was suspended and has left", ENDS, ENDS);
    }
}
