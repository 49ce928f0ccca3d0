package jinbo.operator.cli;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jinbo.operator.alert.Alert;
import jinbo.operator.alert.InsurerCheck;
import jinbo.participant.insurer.Insurer;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.insurer.InsurerStatus;
import jinbo.participant.insurer.LineParticipation;
import jinbo.participant.insurer.SalesUnits;
import jinbo.participant.insurer.ServiceNumber;
import jinbo.platform.home.Home;
import jinbo.reference.business.LineCode;
import jinbo.reference.calendar.BusinessTime;

/**
 * All that is recorded about an insurer, and what has to come next.
 *
 * @param code its short name
 * @param name its full name
 * @param lines of business, those that it sold once or will sell, too
 * @param serviceNumber by which consumers know it, if that is recorded
 * @param joinedAt since when it takes part
 * @param suspendedAt since when nothing is exchanged with it, if so
 * @param leftOn when it left, if it has
 * @param successor who has taken its place, if somebody has
 * @param selfDisciplineSince first day of the self-discipline agreement
 * @param confidentialitySince first day of the confidentiality agreement
 * @param agreementsEndOn first day on which the agreements hold no longer, if an end is recorded
 * @param drop where its files are exchanged
 * @param certificates what it signs with and is written to, the newest first
 * @param units who calls for it, and who did
 * @param standing how it came to that, the oldest first
 * @param problems what needs a person
 */
record InsurerSheet(
        InsurerCode code,
        String name,
        List<Line> lines,
        Optional<ServiceNumber> serviceNumber,
        Instant joinedAt,
        Optional<Instant> suspendedAt,
        Optional<LocalDate> leftOn,
        Optional<InsurerCode> successor,
        Optional<LocalDate> selfDisciplineSince,
        Optional<LocalDate> confidentialitySince,
        Optional<LocalDate> agreementsEndOn,
        DropSheet drop,
        List<CertificateSheet> certificates,
        List<UnitSheet> units,
        List<StandingSheet> standing,
        List<Alert> problems)
        implements Answer {

    /**
     * A time in which it sells a line of business.
     *
     * @param code of the line
     * @param since the first day
     * @param endedOn the first day after it, if an end is recorded
     */
    record Line(LineCode code, LocalDate since, Optional<LocalDate> endedOn) {

        static Stream<Line> of(LineParticipation line) {
            return line.periods().stream().map(period -> new Line(line.code(), period.since(), period.endedOn()));
        }
    }

    static InsurerSheet of(Insurer insurer, Installation installation) {
        LocalDate today = BusinessTime.dateOf(installation.now());
        return new InsurerSheet(
                insurer.code(),
                insurer.name(),
                insurer.lines().stream().flatMap(Line::of).toList(),
                insurer.serviceNumber(),
                insurer.joinedAt(),
                insurer.suspendedAt(),
                insurer.departure().map(InsurerStatus.Departure::on),
                insurer.departure().flatMap(InsurerStatus.Departure::successor),
                insurer.agreements().selfDisciplineSince(),
                insurer.agreements().confidentialitySince(),
                insurer.agreements().endOn(),
                DropSheet.of(insurer, installation.get(Home.class)),
                CertificateSheet.of(insurer.code(), installation),
                installation.get(SalesUnits.class).of(insurer.code()).stream()
                        .map(unit -> UnitSheet.of(unit, today))
                        .toList(),
                StandingSheet.of(insurer.code(), installation),
                installation.get(InsurerCheck.class).about(insurer));
    }

    @Override
    public void tell(Page page) {
        page.fields(
                "insurer",
                code.value(),
                "name",
                name,
                "service_number",
                serviceNumber.map(ServiceNumber::grouped).orElse(Page.NOTHING),
                "joined_at",
                Page.time(joinedAt),
                "suspended_at",
                suspendedAt.map(Page::time).orElse(Page.NOTHING),
                "left_on",
                Page.orNothing(leftOn),
                "successor",
                Page.orNothing(successor),
                "self_discipline",
                Page.orNothing(selfDisciplineSince),
                "confidentiality",
                Page.orNothing(confidentialitySince),
                "agreements_end_on",
                Page.orNothing(agreementsEndOn));
        page.blank();
        page.table("business_line since ended_on", lines, line -> Page.cells(line.code, line.since, line.endedOn));
        page.blank();
        drop.tell(page);
        if (!certificates.isEmpty()) {
            page.blank();
            CertificateSheet.tell(page, certificates);
        }
        if (!units.isEmpty()) {
            page.blank();
            UnitSheet.tell(page, units);
        }
        page.blank();
        StandingSheet.tell(page, standing);
        PrintAlerts.print(page, problems);
        if (problems.isEmpty() && leftOn.isEmpty() && drop.upload().isPresent()) {
            page.blank();
            page.say("insurer.ready", drop.upload().get().toString());
        }
    }
}
