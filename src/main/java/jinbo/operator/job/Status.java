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
import jinbo.operator.cases.SanctionOperations.SanctionLine;
import jinbo.operator.upload.TakenFile;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.insurer.UnitCode;
import jinbo.participant.operation.Derived;
import jinbo.reference.business.LineCode;
import jinbo.registry.blocklist.Acknowledgements.Acknowledgement;
import jinbo.registry.blocklist.SealedList;

/** The state of the exchange, as {@code status} shows it. Until a process has served, {@code upcoming} is empty. */
public record Status(
        Path home,
        Instant now,
        String calendar,
        SegmentData segments,
        List<OfInsurer> insurers,
        List<SanctionLine> sanctions,
        List<UpcomingSheet> upcoming,
        List<Alert> problems) {

    public record SegmentData(YearMonth month, long monthsOld) {

        private static final int OLD = 12;

        static SegmentData of(YearMonth month, LocalDate today) {
            return new SegmentData(month, Math.max(0, month.until(YearMonth.from(today), ChronoUnit.MONTHS)));
        }

        /** True if the table is so old that newer segments may be missing. */
        @Derived
        boolean old() {
            return monthsOld >= OLD;
        }
    }

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

    record OfUnit(InsurerCode insurer, AppliedSheet.OfUnit unit) {}

    // one list of insurers, under the names of three tables that show different columns of it
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

    /** @param failures how many runs immediately before this one were unsuccessful */
    public record UpcomingSheet(
            String job, Optional<InsurerCode> insurer, Instant at, int failures, Optional<String> node) {

        public static UpcomingSheet of(UpcomingRuns.UpcomingRun run) {
            return new UpcomingSheet(run.key().job(), run.key().insurer(), run.at(), run.failures(), run.node());
        }
    }

    /**
     * The lists that an insurer and its open sales units have applied, according to their acknowledgements.
     *
     * @param agrees true if the last acknowledged list has the same entries as the one that was sent
     * @param overdue the sequence of the first list whose acknowledgement by the insurer is overdue
     */
    public record AppliedSheet(
            Optional<Integer> sequence,
            Optional<Instant> appliedAt,
            Optional<Instant> receivedAt,
            Optional<Boolean> agrees,
            Optional<Integer> overdue,
            List<OfUnit> units) {

        /** @param overdue the sequence of the first list whose acknowledgement by the unit is overdue */
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
     * A block list, as in its manifest.
     *
     * @param useBy the last day on which insurers may rely on the list for sales calls
     * @param deliveredAt when both the list and its manifest had been delivered
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
