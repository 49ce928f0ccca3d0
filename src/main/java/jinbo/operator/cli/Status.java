package jinbo.operator.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import jinbo.operator.alert.Alert;
import jinbo.operator.cases.SanctionLine;
import jinbo.operator.cases.SanctionList;
import jinbo.operator.upload.TakenFile;
import jinbo.participant.insurer.InsurerCode;
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
record Status(
        Path home,
        Instant now,
        String calendar,
        SegmentData segments,
        List<OfInsurer> insurers,
        List<SanctionLine> sanctions,
        List<UpcomingSheet> upcoming,
        List<Alert> problems)
        implements Answer {

    /**
     * How old the segment table is.
     *
     * @param month of its data
     * @param monthsOld since then
     */
    record SegmentData(YearMonth month, long monthsOld) {

        private static final int OLD = 12;

        static SegmentData of(YearMonth month, LocalDate today) {
            return new SegmentData(month, Math.max(0, month.until(YearMonth.from(today), ChronoUnit.MONTHS)));
        }

        String text(Page page) {
            return page.texts().of(monthsOld < OLD ? "status.segments" : "status.segments.old", month, monthsOld);
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
    record OfInsurer(
            InsurerCode code,
            String name,
            List<LineCode> businessLines,
            Optional<Instant> suspendedAt,
            Optional<TakenFile> lastUpload,
            List<String> held,
            Optional<PublishedList> lastList,
            AppliedSheet applied) {}

    @Override
    public void tell(Page page) {
        page.fields(
                "home",
                home.toString(),
                "now",
                Page.time(now),
                "calendar",
                calendar,
                "segment_table",
                segments.text(page));
        page.blank();
        if (insurers.isEmpty()) {
            page.say("result.insurer-list.insurers.none");
        } else {
            page.say("status.uploads");
            page.table("insurer name business_lines last_upload status received_at held", insurers, Status::upload);
            page.blank();
            page.say("status.lists");
            page.table("insurer sequence kind rows as_of use_by delivered_at", insurers, Status::list);
            page.blank();
            page.say("status.applied");
            page.table(
                    "insurer sequence applied_at received_at agrees overdue",
                    insurers,
                    insurer -> insurer.applied.cells(insurer.code, page));
            tellUnits(page);
        }
        if (!sanctions.isEmpty()) {
            page.blank();
            page.say("status.sanctions");
            new ResultRenderer(page).tell(new SanctionList(sanctions));
        }
        if (!upcoming.isEmpty()) {
            page.blank();
            page.say("status.upcoming");
            UpcomingSheet.tell(page, upcoming);
        }
        PrintAlerts.print(page, problems);
    }

    private void tellUnits(Page page) {
        List<List<String>> units = insurers.stream()
                .flatMap(insurer -> insurer.applied.unitCells(insurer.code).stream())
                .toList();
        if (!units.isEmpty()) {
            page.blank();
            page.say("status.units");
            page.table("insurer unit name sequence applied_at overdue", units, cells -> cells);
        }
    }

    private static List<String> upload(OfInsurer insurer) {
        return Page.cells(
                insurer.code,
                insurer.name,
                insurer.businessLines,
                insurer.lastUpload.map(TakenFile::file),
                insurer.lastUpload.flatMap(TakenFile::status),
                insurer.lastUpload.map(TakenFile::receivedAt),
                insurer.held.size());
    }

    private static List<String> list(OfInsurer insurer) {
        return Page.cells(
                insurer.code,
                insurer.lastList.map(PublishedList::sequence),
                insurer.lastList.map(PublishedList::kind),
                insurer.lastList.map(PublishedList::rows),
                insurer.lastList.map(PublishedList::asOf),
                insurer.lastList.map(PublishedList::useBy),
                insurer.lastList.flatMap(PublishedList::deliveredAt));
    }
}
