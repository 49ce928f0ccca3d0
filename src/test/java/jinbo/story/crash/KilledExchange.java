package jinbo.story.crash;

import java.nio.file.Path;
import java.time.OffsetDateTime;
import jinbo.platform.faultpoint.FaultPoint;

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
record KilledExchange(ExchangeTemplate exchange, int migrations, PublishedState out, CrashDamage toll) {

    /** An exchange in which nobody has been killed yet. */
    static KilledExchange notYet(ExchangeTemplate exchange) {
        return new KilledExchange(exchange, 0, PublishedState.at(exchange), CrashDamage.none());
    }

    /** Starts a process at a time and kills it where it shall die. */
    KilledExchange at(FaultPoint point, OffsetDateTime time) {
        int brought = migrations + (point == FaultPoint.MIGRATING ? 1 : 0);
        var settings = exchange.settings(time, NewerProgramVersion.settings(exchange.home(), brought));
        Path errors = exchange.home().resolve("log").resolve("errors-" + point + ".txt");
        try (ProgramProcess process = ProgramProcess.start(point.name(), settings, errors)) {
            process.dieAt(point.name());
        }
        PublishedState now = PublishedState.at(exchange);
        CrashDamage grown = toll.afterRestarts(0);
        grown.grown(out, now);
        grown.halfVisible().addAll(now.halfVisible());
        return new KilledExchange(exchange, brought, now, grown);
    }

    /** A copy, from which another story can go on. */
    KilledExchange copyTo(Path folder) {
        return new KilledExchange(exchange.copyTo(folder), migrations, out, toll);
    }
}
