package jinbo.operator.cli;

import java.util.List;
import jinbo.batch.schedule.UpcomingRuns;
import jinbo.cases.sanction.Sanctions;
import jinbo.operator.alert.FindAllAlerts;
import jinbo.operator.alert.FindAppliedLists;
import jinbo.operator.cases.SanctionLine;
import jinbo.operator.upload.TakenFile;
import jinbo.participant.insurer.Insurer;
import jinbo.participant.insurer.Insurers;
import jinbo.participant.insurer.LineParticipation;
import jinbo.participant.staff.Duty;
import jinbo.reference.calendar.BusinessTime;
import jinbo.reference.calendar.Calendars;
import jinbo.reference.phone.Segments;
import jinbo.registry.blocklist.BlockLists;
import jinbo.registry.inbound.InboundFile;
import jinbo.registry.inbound.InboundFiles;
import picocli.CommandLine.Command;

/** {@code status}: how the exchange with each insurer stands, and what needs a person. */
@Command(name = "status")
final class ShowStatus implements Task {

    @Override
    public Duty duty() {
        return Duty.LOOK;
    }

    @Override
    public Answer answer(Installation installation) {
        List<Status.OfInsurer> insurers = installation.get(Insurers.class).all().stream()
                .map(insurer -> status(installation, insurer))
                .toList();
        return new Status(
                installation.home(),
                installation.now(),
                installation.get(Calendars.class).current().version(),
                Status.SegmentData.of(
                        installation.get(Segments.class).month(), BusinessTime.dateOf(installation.now())),
                insurers,
                installation.get(Sanctions.class).standing().stream()
                        .map(SanctionLine::of)
                        .toList(),
                installation.get(UpcomingRuns.class).all().stream()
                        .map(UpcomingSheet::of)
                        .toList(),
                installation.get(FindAllAlerts.class).find());
    }

    private static Status.OfInsurer status(Installation installation, Insurer insurer) {
        InboundFiles inbound = installation.get(InboundFiles.class);
        return new Status.OfInsurer(
                insurer.code(),
                insurer.name(),
                insurer.linesOn(BusinessTime.dateOf(installation.now())).stream()
                        .map(LineParticipation::code)
                        .toList(),
                insurer.suspendedAt(),
                inbound.newest(insurer.code(), 1).stream().map(TakenFile::of).findFirst(),
                inbound.held().stream()
                        .filter(file -> file.insurer().equals(insurer.code()))
                        .map(InboundFile::shownName)
                        .toList(),
                installation.get(BlockLists.class).last(insurer.code()).map(PublishedList::of),
                AppliedSheet.of(installation.get(FindAppliedLists.class).of(insurer.code())));
    }
}
