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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The session of a visit serves the work that follows, and nothing is worse where it cannot. */
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

    @AfterEach
    void noVisitIsKept() {
        drops.closeKeptSessions();
    }

    @AfterAll
    static void close() {
        exchange.close();
    }

    private boolean remember(DropSession session) {
        return clients.add(session.client());
    }

    @Test
    void workGoesOnWithTheSessionOfTheVisitAndTheNextOneConnects() {
        drops.visitAndKeepOpen(yunhe, this::remember);
        drops.with(yunhe, this::remember);
        drops.with(yunhe, this::remember);

        assertThat(clients.get(1)).isSameAs(clients.get(0));
        assertThat(clients.get(2)).isNotSameAs(clients.get(0));
        assertThat(clients).noneMatch(SftpClient::isOpen);
    }

    @Test
    void sessionOfAnotherInsurerIsNotTaken() {
        drops.visitAndKeepOpen(exchange.insurer("BEIDOU"), this::remember);
        drops.with(yunhe, this::remember);

        assertThat(clients.get(1)).isNotSameAs(clients.get(0));
    }

    @Test
    void whereTheLineHasEndedMeanwhileTheWorkHasANewSession() throws Exception {
        drops.visitAndKeepOpen(yunhe, this::remember);
        clients.get(0).close();

        assertThat(drops.<Boolean>with(yunhe, session -> session.client().isOpen()))
                .isTrue();
    }

    @Test
    void visitThatFailsLeavesNoSession() {
        IllegalStateException failure = new IllegalStateException("something that no record knows");
        assertThatIllegalStateException()
                .isThrownBy(() -> drops.visitAndKeepOpen(yunhe, session -> {
                    remember(session);
                    throw failure;
                }))
                .isSameAs(failure);

        assertThat(clients.get(0).isOpen()).isFalse();
        drops.with(yunhe, this::remember);
        assertThat(clients.get(1)).isNotSameAs(clients.get(0));
    }

    @Test
    void sessionThatNoWorkHasTakenIsClosedInTheEnd() {
        drops.visitAndKeepOpen(yunhe, this::remember);
        assertThat(clients.get(0).isOpen()).isTrue();

        drops.closeKeptSessions();

        assertThat(clients.get(0).isOpen()).isFalse();
    }

    @Test
    void visitDuringWorkHasASessionOfItsOwnAndLeavesTheOtherOpen() {
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
    void sessionBehindAKeyThatIsNoLongerPinnedIsNotUsedAgain() {
        DropAddress pinned = drops.embeddedServer().addressOf("YUNHE");
        DropAddress unpinned =
                new DropAddress(pinned.host(), pinned.port(), pinned.user(), HostKeyPins.of(OTHER_KEY), "");
        DropSessions sessions = exchange.bean(DropSessions.class);
        sessions.use(DropContext.ofAssociation(yunhe.code(), pinned), this::remember);
        assertThat(clients.get(0).isOpen()).isTrue();

        assertThatExceptionOfType(HostKeyRefusedException.class)
                .isThrownBy(() -> sessions.use(DropContext.ofAssociation(yunhe.code(), unpinned), this::remember));
    }
}
