package jinbo.platform.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import jinbo.platform.files.OwnerOnlyFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoClockTest {

    private static final Instant OPENING = Instant.parse("2012-09-21T01:00:00Z");

    @TempDir
    Path root;

    private final AtomicReference<Instant> machine = new AtomicReference<>(Instant.parse("2026-11-29T20:00:00Z"));

    private Home home;
    private DemoClock clock;

    @BeforeEach
    void aDemoHasItsClock() throws IOException {
        home = new Home(root);
        Files.createFile(home.demoMark());
        DemoClock.set(home, OPENING);
        clock = another();
    }

    private DemoClock another() {
        InstantSource source = machine::get;
        return new DemoClock(new OwnerOnlyFile(root.resolve("demo-clock")), source, ZoneOffset.UTC);
    }

    private void pass(long seconds) {
        machine.updateAndGet(now -> now.plusSeconds(seconds));
    }

    @Test
    void standsUntilItIsStartedAndOnceItIsStopped() {
        pass(60);
        assertThat(clock.instant()).isEqualTo(OPENING);
        clock.start();
        pass(60);
        assertThat(clock.instant()).isEqualTo(OPENING.plusSeconds(60));
        clock.stop();
        pass(60);
        assertThat(clock.instant()).isEqualTo(OPENING.plusSeconds(60));
    }

    @Test
    void isTheSameInEveryProcess() {
        clock.start();
        pass(60);
        clock.advanceTo(Instant.parse("2012-10-09T01:00:00Z"));
        pass(5);

        assertThat(another().instant()).isEqualTo(clock.instant()).isEqualTo("2012-10-09T01:00:05Z");
    }

    @Test
    void doesNotGoBack() {
        clock.start();
        pass(60);

        assertThatThrownBy(() -> clock.advanceTo(OPENING)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void countsInTheHomeOfADemoUnlessASettingSaysOtherwise() throws IOException {
        assertThat(HomeClock.of(Optional.empty(), home, true).instant()).isEqualTo(OPENING);
        assertThat(HomeClock.of(Optional.of("2012-10-01T00:00:00Z"), home, true).instant())
                .isEqualTo("2012-10-01T00:00:00Z");
        Files.delete(home.demoMark());
        assertThat(HomeClock.of(Optional.empty(), home, true)).isNotInstanceOf(DemoClock.class);
    }

    @Test
    void isRefusedOverADatabaseThatOthersShare() {
        assertThatThrownBy(() -> HomeClock.of(Optional.empty(), home, false))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("embedded database");
    }
}
