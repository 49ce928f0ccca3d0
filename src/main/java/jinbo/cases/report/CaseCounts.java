package jinbo.cases.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import jinbo.cases.CaseRuling;

/**
 * Counts of cases in one month.
 *
 * @param decided decided cases, by the last ruling of the month
 * @param block upheld cases about a block; cases about both rules count here and in {@code hours}
 * @param decidedUnanswered cases that the insurer was asked about and did not answer
 * @param standing the cases that were open at the end of the month
 * @param entriesOnList entries of the newest list that was delivered by the end of the month
 */
public record CaseCounts(
        long opened,
        Map<CaseRuling, Long> decided,
        long block,
        long hours,
        long decidedUnanswered,
        Standing standing,
        AnswerTimes answers,
        long appeals,
        long entriesOnList) {

    static final CaseCounts NOTHING =
            new CaseCounts(0, Map.of(), 0, 0, 0, new Standing(0, 0, 0), AnswerTimes.NONE, 0, 0);

    private static final long TEN_THOUSAND = 10_000;

    /**
     * The cases that were open at the end of the month.
     *
     * @param undecided cases without a decision, or with an undecided appeal
     * @param overdueAtAssociation cases that were not sent or decided in time
     */
    public record Standing(long undecided, long overdueAtInsurer, long overdueAtAssociation) {

        Standing plus(Standing other) {
            return new Standing(
                    undecided + other.undecided,
                    overdueAtInsurer + other.overdueAtInsurer,
                    overdueAtAssociation + other.overdueAtAssociation);
        }
    }

    public CaseCounts {
        decided = Map.copyOf(decided);
    }

    CaseCounts plus(CaseCounts other) {
        Map<CaseRuling, Long> both = new EnumMap<>(CaseRuling.class);
        for (CaseRuling ruling : CaseRuling.values()) {
            both.put(ruling, found(ruling) + other.found(ruling));
        }
        return new CaseCounts(
                opened + other.opened,
                both,
                block + other.block,
                hours + other.hours,
                decidedUnanswered + other.decidedUnanswered,
                standing.plus(other.standing),
                answers.plus(other.answers),
                appeals + other.appeals,
                entriesOnList + other.entriesOnList);
    }

    CaseCounts with(AnswerTimes times) {
        return new CaseCounts(
                opened, decided, block, hours, decidedUnanswered, standing, times, appeals, entriesOnList);
    }

    CaseCounts withEntriesOnList(long entries) {
        return new CaseCounts(opened, decided, block, hours, decidedUnanswered, standing, answers, appeals, entries);
    }

    public long found(CaseRuling ruling) {
        return decided.getOrDefault(ruling, 0L);
    }

    public long totalDecided() {
        return decided.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Returns the cases per 10,000 list entries; empty if there are no list entries. */
    public Optional<BigDecimal> perTenThousand(long cases) {
        return entriesOnList == 0
                ? Optional.empty()
                : Optional.of(BigDecimal.valueOf(cases * TEN_THOUSAND)
                        .divide(BigDecimal.valueOf(entriesOnList), 2, RoundingMode.HALF_UP));
    }

    boolean isOfNoCase() {
        return opened == 0
                && totalDecided() == 0
                && standing.undecided() == 0
                && answers.answered() == 0
                && appeals == 0;
    }

    /** The working days that answers took, ascending; 0 means on the day of the delivery. Unknown days are omitted. */
    public record AnswerTimes(long answered, List<Integer> workdays) {

        static final AnswerTimes NONE = new AnswerTimes(0, List.of());

        public AnswerTimes {
            workdays = workdays.stream().sorted().toList();
        }

        AnswerTimes plus(AnswerTimes other) {
            return new AnswerTimes(
                    answered + other.answered,
                    Stream.concat(workdays.stream(), other.workdays.stream()).toList());
        }

        public Optional<BigDecimal> median() {
            if (workdays.isEmpty()) {
                return Optional.empty();
            }
            int twice = workdays.get((workdays.size() - 1) / 2) + workdays.get(workdays.size() / 2);
            return Optional.of(BigDecimal.valueOf(twice * 5L, 1));
        }

        public Optional<Integer> worst() {
            return workdays.isEmpty() ? Optional.empty() : Optional.of(workdays.get(workdays.size() - 1));
        }
    }
}
