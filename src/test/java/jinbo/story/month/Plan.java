package jinbo.story.month;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

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
}
