package jinbo.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import jinbo.exchange.sftp.DropAddress;
import jinbo.exchange.sftp.DropContext;
import jinbo.exchange.sftp.DropException.HostKeyRefusedException;
import jinbo.exchange.sftp.DropSession;
import jinbo.exchange.sftp.HostKeyPins;
import jinbo.participant.insurer.Insurer;
import jinbo.testing.SettableClock;
import jinbo.testing.TestExchange;
import org.apache.sshd.sftp.client.SftpClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DropSessionsIT {

    private static final String OTHER_KEY = "SHA256:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAE";

    @TempDir
    static Path home;

    private static TestExchange exchange;
    private static Drops drops;
    private static Insurer yunhe;

    private final List<SftpClient> clients = new ArrayList<>();

    @BeforeAll
    static void open() {
        exchange = TestExchange.start(home, new SettableClock("2012-09-21T09:00:00+08:00"));
        drops = exchange.bean(Drops.class);
        yunhe = exchange.insurer("YUNHE");
    }

    @AfterAll
    static void close() {
        exchange.close();
    }

    private boolean remember(DropSession session) {
        return clients.add(session.client());
    }

    @Test
    void opensAndClosesASessionForEachVisit() {
        drops.with(yunhe, this::remember);
        drops.with(yunhe, this::remember);

        assertThat(clients.get(1)).isNotSameAs(clients.get(0));
        assertThat(clients).noneMatch(SftpClient::isOpen);
    }

    @Test
    void closesSessionOfFailedVisit() {
        IllegalStateException failure = new IllegalStateException("something that no record knows");
        assertThatIllegalStateException()
                .isThrownBy(() -> drops.visit(yunhe, session -> {
                    remember(session);
                    throw failure;
                }))
                .isSameAs(failure);

        assertThat(clients.get(0).isOpen()).isFalse();
        drops.with(yunhe, this::remember);
        assertThat(clients.get(1)).isNotSameAs(clients.get(0));
    }

    @Test
    void usesSeparateSessionForVisitDuringWork() {
        drops.with(yunhe, work -> {
            drops.visit(yunhe, this::remember);
            drops.visit(exchange.insurer("BEIDOU"), this::remember);
            assertThat(clients).doesNotContain(work.client()).noneMatch(SftpClient::isOpen);
            assertThat(drops.session(yunhe.code()).scan().files()).isEmpty();
            return remember(work);
        });

        assertThat(clients.get(2).isOpen()).isFalse();
    }

    @Test
    void refusesSessionWhoseKeyIsNotPinned() {
        DropAddress pinned = drops.embeddedServer().addressOf("YUNHE");
        DropAddress unpinned =
                new DropAddress(pinned.host(), pinned.port(), pinned.user(), HostKeyPins.of(OTHER_KEY), "");
        DropSessions sessions = exchange.bean(DropSessions.class);
        sessions.use(DropContext.ofAssociation(yunhe.code(), pinned), this::remember);

        assertThatExceptionOfType(HostKeyRefusedException.class)
                .isThrownBy(() -> sessions.use(DropContext.ofAssociation(yunhe.code(), unpinned), this::remember));
    }
}
