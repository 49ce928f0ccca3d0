package jinbo.platform.home;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import jinbo.platform.files.OwnerOnlyFile;

/** The simulated clock of a demo, in a file for all processes. It stands still while no process serves the demo. */
public final class DemoClock extends Clock {

    private final OwnerOnlyFile file;
    private final InstantSource machine;
    private final ZoneId zone;

    DemoClock(OwnerOnlyFile file, InstantSource machine, ZoneId zone) {
        this.file = file;
        this.machine = machine;
        this.zone = zone;
    }

    /** Empty if the home is not that of a demo, or the demo has no simulated clock. */
    public static Optional<DemoClock> of(Home home) {
        return Optional.of(in(home)).filter(clock -> home.isDemo() && clock.file.exists());
    }

    public static DemoClock set(Home home, Instant at) {
        DemoClock clock = in(home);
        clock.write(at.toString());
        return clock;
    }

    private static DemoClock in(Home home) {
        return new DemoClock(
                new OwnerOnlyFile(home.root().resolve("demo-clock")), InstantSource.system(), ZoneOffset.UTC);
    }

    public void start() {
        startAt(instant());
    }

    public void stop() {
        write(instant().toString());
    }

    public void advanceTo(Instant later) {
        if (later.isBefore(instant())) {
            throw new IllegalArgumentException("The clock of a demo does not go back");
        }
        startAt(later);
    }

    private void startAt(Instant at) {
        write(at + " " + machine.instant());
    }

    private void write(String text) {
        try {
            file.write(text + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Instant instant() {
        try {
            String[] stored = Files.readString(file.path()).strip().split(" ");
            Instant then = Instant.parse(stored[0]);
            return stored.length == 1 ? then : then.plus(Duration.between(Instant.parse(stored[1]), machine.instant()));
        } catch (IOException e) {
            throw new UncheckedIOException("The clock of the demo cannot be read", e);
        }
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return new DemoClock(file, machine, other);
    }
}
