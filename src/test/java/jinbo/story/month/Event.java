package jinbo.story.month;

import java.time.Instant;
import java.util.function.Consumer;

/**
 * Something that happens.
 *
 * @param at when
 * @param who an insurer's code, or the program
 * @param what it does, for whoever reads the plan
 * @param happening what comes of it
 */
record Event(Instant at, String who, String what, Consumer<SimulationTarget> happening) {

    static final String THE_PROGRAM = "the program";

    boolean isAbout(String failure) {
        return who.equals(THE_PROGRAM) || failure.contains(who);
    }

    @Override
    public String toString() {
        return SimulatedCalendar.text(at) + " " + who + " " + what;
    }
}
