package jinbo.operator.job;

import java.time.Clock;
import java.time.LocalDate;
import jinbo.batch.schedule.UpcomingRuns;
import jinbo.cases.sanction.Sanctions;
import jinbo.operator.alert.FindAllAlerts;
import jinbo.operator.alert.FindAppliedLists;
import jinbo.operator.cases.SanctionOperations.SanctionLine;
import jinbo.operator.job.JobOperations.ShowStatus;
import jinbo.operator.job.Status.AppliedSheet;
import jinbo.operator.job.Status.PublishedList;
import jinbo.operator.job.Status.UpcomingSheet;
import jinbo.operator.upload.TakenFile;
import jinbo.participant.insurer.Insurer;
import jinbo.participant.insurer.Insurers;
import jinbo.participant.insurer.LineParticipation;
import jinbo.participant.operation.Handles;
import jinbo.participant.operation.OperationHandlers;
import jinbo.platform.home.Home;
import jinbo.reference.calendar.BusinessTime;
import jinbo.reference.calendar.Calendars;
import jinbo.reference.phone.Segments;
import jinbo.registry.blocklist.BlockLists;
import jinbo.registry.inbound.InboundFile;
import jinbo.registry.inbound.InboundFiles;

/** Carries out {@code status}: collects the state of the exchange. */
@OperationHandlers
record StatusHandlers(
        Home home,
        Insurers insurers,
        InboundFiles inbound,
        BlockLists lists,
        FindAppliedLists applied,
        Calendars calendars,
        Segments segments,
        Sanctions sanctions,
        UpcomingRuns upcoming,
        FindAllAlerts alerts,
        Clock clock) {

    @Handles
    Status show(ShowStatus input) {
        LocalDate today = BusinessTime.today(clock);
        return new Status(
                home.root(),
                clock.instant(),
                calendars.current().version(),
                Status.SegmentData.of(segments.month(), today),
                insurers.all().stream().map(insurer -> status(insurer, today)).toList(),
                sanctions.standing().stream().map(SanctionLine::of).toList(),
                upcoming.all().stream().map(UpcomingSheet::of).toList(),
                alerts.find());
    }

    private Status.OfInsurer status(Insurer insurer, LocalDate today) {
        return new Status.OfInsurer(
                insurer.code(),
                insurer.name(),
                insurer.linesOn(today).stream().map(LineParticipation::code).toList(),
                insurer.suspendedAt(),
                inbound.newest(insurer.code(), 1).stream().map(TakenFile::of).findFirst(),
                inbound.held().stream()
                        .filter(file -> file.insurer().equals(insurer.code()))
                        .map(InboundFile::shownName)
                        .toList(),
                lists.last(insurer.code()).map(PublishedList::of),
                AppliedSheet.of(applied.of(insurer.code())));
    }
}
