package jinbo.operator.cli;

import java.time.LocalDate;
import java.util.List;
import jinbo.participant.insurer.Insurer;
import jinbo.participant.insurer.InsurerCertificates;
import jinbo.participant.insurer.InsurerStatus;
import jinbo.participant.insurer.Insurers;
import jinbo.participant.insurer.LineParticipation;
import jinbo.participant.staff.Duty;
import jinbo.reference.calendar.BusinessTime;
import picocli.CommandLine.Command;

/** {@code insurer list}: who takes part. */
@Command(name = "list")
final class ListInsurers implements Task {

    @Override
    public Duty duty() {
        return Duty.LOOK;
    }

    @Override
    public Answer answer(Installation installation) {
        LocalDate today = BusinessTime.dateOf(installation.now());
        List<InsurerList.Row> rows = installation.get(Insurers.class).all().stream()
                .map(insurer -> row(insurer, installation, today))
                .toList();
        return new InsurerList(rows);
    }

    private static InsurerList.Row row(Insurer insurer, Installation installation, LocalDate today) {
        return new InsurerList.Row(
                insurer.code(),
                insurer.name(),
                insurer.linesOn(today).stream().map(LineParticipation::code).toList(),
                insurer.joinedAt(),
                insurer.suspendedAt(),
                insurer.departure().map(InsurerStatus.Departure::on),
                insurer.agreements().areInForce(today),
                installation.get(InsurerCertificates.class).of(insurer.code()).size());
    }
}
