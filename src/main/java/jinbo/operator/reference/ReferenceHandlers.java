package jinbo.operator.reference;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import jinbo.accesslog.Actor;
import jinbo.operator.reference.ReferenceOperations.AddBusinessLine;
import jinbo.operator.reference.ReferenceOperations.CloseBusinessLine;
import jinbo.operator.reference.ReferenceOperations.ImportCalendar;
import jinbo.operator.reference.ReferenceOperations.ImportSegments;
import jinbo.operator.reference.ReferenceOperations.ListBusinessLines;
import jinbo.participant.insurer.Insurer;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.insurer.Insurers;
import jinbo.participant.operation.CommentedResult;
import jinbo.participant.operation.DryRun;
import jinbo.participant.operation.Handles;
import jinbo.participant.operation.OperationHandlers;
import jinbo.participant.operation.Outline;
import jinbo.participant.operation.Previews;
import jinbo.platform.csv.RefusedTableException;
import jinbo.reference.business.BusinessLine;
import jinbo.reference.business.BusinessLines;
import jinbo.reference.business.LineCode;
import jinbo.reference.calendar.BusinessTime;
import jinbo.reference.calendar.Calendars;
import jinbo.reference.phone.Segments;

/** Carries out the {@link ReferenceOperations}. */
@OperationHandlers
record ReferenceHandlers(
        BusinessLines lines, Insurers insurers, Calendars calendars, Segments segments, DryRun dryRun, Clock clock) {

    /** The name of the person in a dry run, which is rolled back. */
    private static final String NOBODY = "-";

    record LineList(List<Row> lines) {

        record Row(
                LineCode code,
                String name,
                String nameZh,
                LocalDate since,
                Optional<LocalDate> closedOn,
                List<InsurerCode> insurers) {}
    }

    /** @param daysChanged the number of special days that were added, removed or changed */
    record CalendarImported(
            String version, SortedSet<Integer> yearsAdded, SortedSet<Integer> yearsReplaced, int daysChanged)
            implements CommentedResult {

        @Override
        public Optional<String> comment() {
            return Optional.of(daysChanged == 0 ? "same" : "changed");
        }
    }

    record SegmentsImported(String version, int segments, int homeSegments, int homeSegmentsBefore) {}

    @Previews
    Outline would(AddBusinessLine input) throws Exception {
        BusinessLine line = dryRun.of(() -> apply(input));
        return Outline.of("line-add", line.code(), line.name(), line.chineseName(), line.since());
    }

    @Handles
    LineList add(AddBusinessLine input) {
        apply(input);
        return list();
    }

    private BusinessLine apply(AddBusinessLine input) {
        return lines.add(
                input.line(),
                input.name(),
                input.nameZh(),
                input.since().orElse(BusinessTime.today(clock)),
                clock.instant());
    }

    @Handles
    LineList list(ListBusinessLines input) {
        return list();
    }

    private LineList list() {
        LocalDate today = BusinessTime.today(clock);
        List<Insurer> all = insurers.all();
        return new LineList(lines.all().stream()
                .map(line -> new LineList.Row(
                        line.code(),
                        line.name(),
                        line.chineseName(),
                        line.since(),
                        line.closedOn(),
                        all.stream()
                                .filter(insurer -> insurer.departure().isEmpty()
                                        && insurer.in(line.code())
                                                .filter(sold -> sold.holds(today))
                                                .isPresent())
                                .map(Insurer::code)
                                .toList()))
                .toList());
    }

    @Previews
    Outline would(CloseBusinessLine input) throws Exception {
        dryRun.of(() -> close(input));
        return Outline.of("line-close", input.line(), input.on());
    }

    @Handles
    LineList close(CloseBusinessLine input) {
        lines.close(input.line(), input.on(), clock.instant());
        return list();
    }

    @Previews
    Outline would(ImportCalendar input) throws Exception {
        Calendars.ImportResult would =
                dryRun.of(() -> calendars.importFile(input.file().path(), NOBODY, clock.instant()));
        return Outline.of("calendar-import", would.yearsAdded(), would.yearsReplaced(), would.daysChanged());
    }

    @Handles
    CalendarImported load(ImportCalendar input, Actor by) throws RefusedTableException, IOException {
        Calendars.ImportResult done = calendars.importFile(input.file().path(), by.toDisplayName(), clock.instant());
        return new CalendarImported(done.version(), done.yearsAdded(), done.yearsReplaced(), done.daysChanged());
    }

    @Previews
    Outline would(ImportSegments input) throws Exception {
        Segments.ImportResult would =
                dryRun.of(() -> segments.importFile(input.file().path(), NOBODY, clock.instant()));
        return Outline.of("segments-import", would.segments(), would.homeSegments(), would.homeSegmentsBefore());
    }

    @Handles
    SegmentsImported load(ImportSegments input, Actor by) throws RefusedTableException, IOException {
        Segments.ImportResult done = segments.importFile(input.file().path(), by.toDisplayName(), clock.instant());
        return new SegmentsImported(done.version(), done.segments(), done.homeSegments(), done.homeSegmentsBefore());
    }
}
