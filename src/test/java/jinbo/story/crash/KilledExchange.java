package jinbo.story.crash;

import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
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

    /** Starts a process that works in each of some exchanges, up to a point of its own, and kills it when it is at all these points. */
    static List<KilledExchange> at(List<Kill> kills) {
        List<String> arguments = new ArrayList<>();
        kills.forEach(kill -> arguments.addAll(kill.arguments()));
        Path errors = kills.get(0).errors();
        try (ProgramProcess process = ProgramProcess.start(RunProgram.class, arguments, errors)) {
            kills.forEach(kill -> process.arriveAt(kill.point().name()));
            process.kill();
        }
        return kills.stream().map(Kill::after).toList();
    }

    /**
     * What a process does in an exchange.
     *
     * @param before the exchange, of which nobody else has this copy
     * @param point where it dies
     * @param time when it works
     */
    record Kill(KilledExchange before, FaultPoint point, OffsetDateTime time) {

        private List<String> arguments() {
            ExchangeTemplate exchange = before.exchange();
            return ProgramProcess.arguments(
                    point.name(), exchange.settings(time, NewerProgramVersion.settings(exchange.home(), migrations())));
        }

        private int migrations() {
            return before.migrations() + (point == FaultPoint.MIGRATING ? 1 : 0);
        }

        private Path errors() {
            return before.exchange().home().resolve("log").resolve("errors-" + point + ".txt");
        }

        private KilledExchange after() {
            PublishedState now = PublishedState.at(before.exchange());
            CrashDamage grown = before.toll().afterRestarts(0);
            grown.grown(before.out(), now);
            grown.halfVisible().addAll(now.halfVisible());
            return new KilledExchange(before.exchange(), migrations(), now, grown);
        }
    }

    /** A copy, from which another story can go on. */
    KilledExchange copyTo(Path folder) {
        return new KilledExchange(exchange.copyTo(folder), migrations, out, toll);
    }
}
