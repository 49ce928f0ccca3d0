package jinbo.accesslog;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import jinbo.platform.faultpoint.FaultPoint;
import jinbo.testing.SettableClock;
import jinbo.testing.TestSlice;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * A process that writes to a log until it is killed, or dies between an entry's commit and its checkpoint. Prints the
 * id of each committed entry.
 */
final class LogWriterProgram {

    private static final int DIES_ONCE_IN = 12;

    private LogWriterProgram() {}

    /** Arguments: home, database, time, number of threads, and the seed for the moment of death. */
    public static void main(String[] arguments) {
        setLevel(Level.OFF);
        Random random = new Random(Long.parseLong(arguments[4]));
        TestSlice parts =
                TestSlice.over(Path.of(arguments[0]), arguments[1], new SettableClock(arguments[2]), "jinbo.accesslog");
        parts.withFaultPoints(point -> {
            if (point != FaultPoint.ACCESS_BEGUN && random.nextInt(DIES_ONCE_IN) == 0) {
                System.out.println(point);
                Runtime.getRuntime().halt(1);
            }
        });
        for (int i = 0; i < Integer.parseInt(arguments[3]); i++) {
            new Thread(() -> write(parts.bean(AccessLog.class))).start();
        }
        new BackgroundSequencer(parts.bean(LogTree.class));
    }

    /**
     * Sets the level of the loggers that report lost connections.
     *
     * @param level null for the level of their parents
     */
    static void setLevel(@Nullable Level level) {
        for (String name : List.of("com.zaxxer.hikari", "org.springframework", "jinbo.accesslog")) {
            ((Logger) LoggerFactory.getLogger(name)).setLevel(level);
        }
    }

    private static void write(AccessLog log) {
        while (true) {
            try {
                AccessPermit permit = log.begin(SampleAccesses.to("from another process"));
                System.out.println(permit.accessId());
                System.out.println(log.completeNow(permit, AccessResult.of("DONE", 1)));
            } catch (AccessLogUnavailableException cut) {
                continue;
            }
        }
    }
}
