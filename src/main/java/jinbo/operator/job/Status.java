package jinbo.operator.job;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import jinbo.batch.schedule.UpcomingRuns;
import jinbo.exchange.format.Manifest;
import jinbo.operator.alert.Alert;
import jinbo.operator.alert.FindAppliedLists.AppliedLists;
import jinbo.operator.cases.SanctionLine;
import jinbo.operator.upload.TakenFile;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.insurer.UnitCode;
import jinbo.participant.operation.Derived;
import jinbo.reference.business.LineCode;
import jinbo.registry.blocklist.Acknowledgements.Acknowledgement;
import jinbo.registry.blocklist.SealedList;

/**
 * How the exchange stands.
 *
 * @param calendar version of the current working-day calendar
 * @param upcoming the runs that the schedule has planned; none if no process has ever served
 */
public record Status(
        Path home,
        Instant now,
        String calendar,
        SegmentData segments,
        List<OfInsurer> insurers,
        List<SanctionLine> sanctions,
        List<UpcomingSheet> upcoming,
        List<Alert> problems) {

    /**
     * How old the segment table is.
     *
     * @param monthsOld since then
     */
    public record SegmentData(YearMonth month, long monthsOld) {

        private static final int OLD = 12;

        static SegmentData of(YearMonth month, LocalDate today) {
            return new SegmentData(month, Math.max(0, month.until(YearMonth.from(today), ChronoUnit.MONTHS)));
        }

        /** Whether numbers of newer segments may be unknown. */
        @Derived
        boolean old() {
            return monthsOld >= OLD;
        }
    }

    /**
     * How it stands with one insurer.
     *
     * @param businessLines that it sells today
     * @param held files that wait for an operator
     */
    public record OfInsurer(
            InsurerCode code,
            String name,
            List<LineCode> businessLines,
            Optional<Instant> suspendedAt,
            Optional<TakenFile> lastUpload,
            List<String> held,
            Optional<PublishedList> lastList,
            AppliedSheet applied) {

        @Derived
        int filesHeld() {
            return held.size();
        }
    }

    /** What one of its sales units has applied. */
    record OfUnit(InsurerCode insurer, AppliedSheet.OfUnit unit) {}

    @Derived
    List<OfInsurer> uploads() {
        return insurers;
    }

    @Derived
    List<OfInsurer> lists() {
        return insurers;
    }

    @Derived
    List<OfInsurer> applied() {
        return insurers;
    }

    @Derived
    List<OfUnit> units() {
        return insurers.stream()
                .flatMap(insurer -> insurer.applied.units().stream().map(unit -> new OfUnit(insurer.code, unit)))
                .toList();
    }

    /**
     * A run that is planned or under way.
     *
     * @param insurer whose; empty if it is one for all
     * @param at when it begins, or was to
     * @param failures how many before it have left something undone, one after the other
     * @param node where it is under way; empty if it is not
     */
    public record UpcomingSheet(
            String job, Optional<InsurerCode> insurer, Instant at, int failures, Optional<String> node) {

        public static UpcomingSheet of(UpcomingRuns.UpcomingRun run) {
            return new UpcomingSheet(run.key().job(), run.key().insurer(), run.at(), run.failures(), run.node());
        }
    }

    /**
     * Which of its lists an insurer has applied, by its own acknowledgement, and which of its sales units have which.
     *
     * @param sequence of the list that it acknowledged last; empty if it never did
     * @param appliedAt when it applied that one
     * @param receivedAt when its acknowledgement came in
     * @param agrees whether it holds what it was sent
     * @param overdue the first list that it should have acknowledged by now and has not
     * @param units its open sales units
     */
    public record AppliedSheet(
            Optional<Integer> sequence,
            Optional<Instant> appliedAt,
            Optional<Instant> receivedAt,
            Optional<Boolean> agrees,
            Optional<Integer> overdue,
            List<OfUnit> units) {

        /**
         * The same of a sales unit.
         *
         * @param sequence of the newest list that it has; empty if it was never named
         * @param appliedAt when the insurer applied that one
         * @param overdue the first list that it should have by now and was not named for
         */
        public record OfUnit(
                UnitCode unit,
                String name,
                Optional<Integer> sequence,
                Optional<Instant> appliedAt,
                Optional<Integer> overdue) {}

        static AppliedSheet of(AppliedLists applied) {
            Optional<Acknowledgement> newest = applied.newest();
            return new AppliedSheet(
                    newest.map(Acknowledgement::sequence),
                    newest.map(Acknowledgement::appliedAt),
                    newest.map(Acknowledgement::receivedAt),
                    newest.map(Acknowledgement::agrees),
                    applied.overdue(),
                    applied.units().stream()
                            .map(unit -> new OfUnit(
                                    unit.unit().code(),
                                    unit.unit().name(),
                                    unit.newest().map(Acknowledgement::sequence),
                                    unit.newest().map(Acknowledgement::appliedAt),
                                    unit.overdue()))
                            .toList());
        }
    }

    /**
     * A block list as its manifest describes it.
     *
     * @param kind {@code full} or {@code delta}
     * @param file its name on the drop
     * @param entries numbers on the whole list
     * @param asOf when the registry was looked at
     * @param useBy last day on which a sales call may rest on it
     * @param deliveredAt when list and manifest lay on the drop
     */
    public record PublishedList(
            InsurerCode insurer,
            int sequence,
            String kind,
            String file,
            long rows,
            long entries,
            long revision,
            Instant asOf,
            LocalDate useBy,
            Optional<Instant> deliveredAt) {

        static PublishedList of(SealedList list) {
            Manifest manifest = list.manifest();
            return new PublishedList(
                    manifest.insurer(),
                    manifest.sequence(),
                    manifest.kind().code(),
                    manifest.listName().fileName(),
                    manifest.rows(),
                    manifest.entries(),
                    manifest.revision(),
                    manifest.asOf(),
                    manifest.useBy(),
                    list.manifestDeliveredAt());
        }
    }
}
