package jinbo.story.year;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jinbo.cases.CaseRuling;

/**
 * A year that was drawn.
 *
 * @param season how much of it
 * @param members who takes part
 * @param words what consumers say of their numbers, in order
 * @param published when lists are made; in between the association fails to
 * @param lapse from which day on, and until when, the agreements of those who let them lapse do not hold
 * @param complaints in order
 */
record SimulatedYear(
        YearParameters season,
        List<Member> members,
        List<SimulatedChoice> words,
        List<LocalDateTime> published,
        Lapse lapse,
        List<SimulatedComplaint> complaints) {

    /**
     * When agreements do not hold.
     *
     * @param from the first day
     * @param until the day on which they hold again
     */
    record Lapse(LocalDate from, LocalDate until) {

        boolean covers(LocalDate day) {
            return !day.isBefore(from) && day.isBefore(until);
        }
    }

    /** The lists of a member, the oldest first. */
    List<ListDelivery> deliveredTo(Member member) {
        return published.stream()
                .map(at ->
                        new ListDelivery(at, member.behaviour() == Behaviour.LAPSES && lapse.covers(at.toLocalDate())))
                .toList();
    }

    /** When a member says that it has its newest list: on Mondays, of what it has got since it last did. */
    List<LocalDateTime> acknowledgedBy(Member member) {
        if (!member.behaviour().acknowledges()) {
            return List.of();
        }
        TreeMap<LocalDateTime, Integer> mondays = new TreeMap<>();
        for (ListDelivery list : deliveredTo(member)) {
            if (!list.withheld()) {
                LocalDate monday = list.asOf().toLocalDate().plusDays(5);
                mondays.merge(monday.atTime(WeekSchedule.COLLECT), 1, Integer::sum);
            }
        }
        return List.copyOf(mondays.keySet());
    }

    /** What the complaints are found to be, if the world is as the model has it. */
    Map<SimulatedComplaint, CaseRuling> truths() {
        SimulatedBlocks simulatedBlocks = new SimulatedBlocks();
        words.forEach(simulatedBlocks::say);
        CallOracle callOracle = new CallOracle(simulatedBlocks);
        Map<SimulatedComplaint, CaseRuling> truths = new LinkedHashMap<>();
        for (SimulatedComplaint simulatedComplaint : complaints) {
            Member member = simulatedComplaint.against();
            truths.put(
                    simulatedComplaint, callOracle.of(simulatedComplaint, deliveredTo(member), acknowledgedBy(member)));
        }
        return truths;
    }
}
