package jinbo.cases.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import jinbo.cases.CaseRuling;

/**
 * What a month's cases come to, of one insurer or of all.
 *
 * @param opened cases that were opened in the month
 * @param decided cases that were decided in the month, by the last finding of the month
 * @param block upheld ones about a block; those about both rules count here and below
 * @param hours upheld ones about the hours of the night
 * @param decidedUnanswered decided ones that the insurer had been asked about and not answered
 * @param standing what is still to be done at the month's end
 * @param answers that came in the month
 * @param appeals in the month
 * @param entriesOnList of the newest list that was delivered by the month's end
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
     * What is still to be done at the end of a month.
     *
     * @param undecided cases that are not decided, or contested and not decided again
     * @param overdueAtInsurer those whose insurer should have answered
     * @param overdueAtAssociation those that the association should have sent or decided
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

    /** How many those are of ten thousand entries of the list; nothing if there is no list. */
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
}
