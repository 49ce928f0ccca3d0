package jinbo.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import jinbo.exchange.sftp.DropSession;
import jinbo.participant.insurer.Insurer;
import jinbo.testing.SettableClock;
import jinbo.testing.TestExchange;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The session of a look serves the work that follows at once, and nothing is worse where it cannot. */
class DropSessionCacheIT {

    @TempDir
    static Path home;

    private static TestExchange exchange;
    private static Drops drops;
    private static Insurer yunhe;

    private final List<DropSession> sessions = new ArrayList<>();

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

    @Test
    void workGoesOnWithTheSessionOfTheLookAndTheNextOneConnects() {
        drops.visitAndKeepOpen(yunhe, sessions::add);
        drops.with(yunhe, sessions::add);
        drops.with(yunhe, sessions::add);

        assertThat(sessions.get(1)).isSameAs(sessions.get(0));
        assertThat(sessions.get(2)).isNotSameAs(sessions.get(0));
        assertThat(sessions).noneMatch(DropSession::answers);
    }

    @Test
    void aSessionOfAnotherInsurerIsNotTaken() {
        drops.visitAndKeepOpen(exchange.insurer("BEIDOU"), sessions::add);
        drops.with(yunhe, sessions::add);

        assertThat(sessions.get(1)).isNotSameAs(sessions.get(0));
    }

    @Test
    void whereTheLineHasEndedMeanwhileTheWorkHasANewOne() {
        drops.visitAndKeepOpen(yunhe, sessions::add);
        sessions.get(0).close();

        assertThat(drops.<Boolean>with(yunhe, DropSession::answers)).isTrue();
    }

    @Test
    void aLookThatFailsLeavesNoSession() {
        assertThatIllegalStateException()
                .isThrownBy(() -> drops.visitAndKeepOpen(yunhe, session -> {
                    sessions.add(session);
                    throw new IllegalStateException("something that no record knows");
                }));

        assertThat(sessions.get(0).answers()).isFalse();
        drops.with(yunhe, sessions::add);
        assertThat(sessions.get(1)).isNotSameAs(sessions.get(0));
    }

    @Test
    void whatNobodyHasComeForIsClosedInTheEnd() {
        drops.visitAndKeepOpen(yunhe, sessions::add);
        assertThat(sessions.get(0).answers()).isTrue();

        drops.closeKeptSessions();

        assertThat(sessions.get(0).answers()).isFalse();
    }
}
