package jinbo.story.crash;

import java.nio.file.Path;
import java.time.OffsetDateTime;
import jinbo.platform.faultpoint.CrashPoint;

/**
 * An exchange as a killed process has left it.
 *
 * <p>For a kill in the middle of a migration the program comes in a newer version with one more migration.
 *
 * @param exchange which one
 * @param migrations how many the program brings beyond those of the present version
 * @param out what could be seen when it was dead
 * @param toll what has gone wrong until then
 */
record Killed(StartingPoint exchange, int migrations, WhatIsOut out, Toll toll) {

    /** An exchange in which nobody has been killed yet. */
    static Killed notYet(StartingPoint exchange) {
        return new Killed(exchange, 0, WhatIsOut.at(exchange), Toll.none());
    }

    /** Starts a process at a time and kills it where it shall die. */
    Killed at(CrashPoint point, OffsetDateTime time) {
        int brought = migrations + (point == CrashPoint.MIGRATING ? 1 : 0);
        var settings = exchange.settings(time, NewerVersion.settings(exchange.home(), brought));
        Path errors = exchange.home().resolve("log").resolve("errors-" + point + ".txt");
        try (ProgramProcess process = ProgramProcess.start(ChildJvm.command(), point.name(), settings, errors)) {
            process.dieAt(point.name());
        }
        WhatIsOut now = WhatIsOut.at(exchange);
        Toll grown = toll.afterRestarts(0);
        grown.grown(out, now);
        grown.halfVisible().addAll(now.halfVisible());
        return new Killed(exchange, brought, now, grown);
    }

    /** A copy, from which another story can go on. */
    Killed copyTo(Path folder) {
        return new Killed(exchange.copyTo(folder), migrations, out, toll);
    }
}
