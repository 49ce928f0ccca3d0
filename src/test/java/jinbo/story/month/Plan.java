package jinbo.story.month;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import jinbo.reference.business.LineCode;
import jinbo.testing.TestLines;

/**
 * Who takes part, and what happens when; all of it follows from a season and a seed.
 *
 * @param events in their order
 */
record Plan(MonthParameters season, long seed, List<Member> members, List<Event> events) {

    Plan {
        members = List.copyOf(members);
        events = events.stream().sorted(Comparator.comparing(Event::at)).toList();
    }

    /** Has all of it happen. */
    void happenIn(SimulationTarget simulationTarget) {
        for (Event event : events) {
            simulationTarget.passUntil(event.at());
            event.happening().accept(simulationTarget);
        }
        simulationTarget.passUntil(season.end());
    }

    /** How a failure is repeated, and what has happened to those that it names, and to the program. */
    String story(String failure) {
        return "repeat it with -D%s=%d%n".formatted(SimulatedMonthIT.SEED, seed)
                + events.stream()
                        .filter(event -> event.isAbout(failure))
                        .map(Event::toString)
                        .collect(Collectors.joining(System.lineSeparator()));
    }

    /**
     * An insurer that takes part.
     *
     * @param code its code
     * @param life whether it sells life insurance
     * @param trouble what is the matter with it
     * @param certificateEnds the day in whose course its certificate ends, if it does
     */
    record Member(String code, boolean life, InsurerProblem trouble, Optional<LocalDate> certificateEnds) {

        /** The lines of business that it sells. */
        Set<LineCode> lines() {
            return life ? TestLines.LIFE : TestLines.of("MOTOR", "PROPERTY");
        }
    }

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
}
