package jinbo.operator.job;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import jinbo.operator.alert.Alert;
import jinbo.operator.cases.SanctionLine;
import jinbo.operator.upload.TakenFile;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.operation.Derived;
import jinbo.reference.business.LineCode;

/**
 * How the exchange stands.
 *
 * @param home the folder that it lives in
 * @param now what the clock says
 * @param calendar version of the current working-day calendar
 * @param segments the current table of mobile number segments
 * @param insurers each insurer
 * @param sanctions what follows from upheld cases, and waits for people or counts
 * @param upcoming the runs that the schedule has planned; none if no process has ever served
 * @param problems what needs a person
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
     * @param month of its data
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
     * @param code its short name
     * @param name its full name
     * @param businessLines that it sells today
     * @param suspendedAt since when nothing is exchanged with it, if so
     * @param lastUpload the newest file
     * @param held files that wait for an operator
     * @param lastList the newest list
     * @param applied which lists it has applied
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
}
