package jinbo.operator.cli;

import java.time.LocalDate;
import java.util.Optional;
import jinbo.participant.insurer.EndParticipation;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.staff.Duty;
import jinbo.reference.calendar.BusinessTime;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code insurer leave}: an insurer takes part no longer, for good. */
@Command(name = "leave")
final class LeaveExchange implements RequiresSecondPerson {

    @Parameters(paramLabel = "CODE", descriptionKey = "CODE")
    private InsurerCode code = new InsurerCode("NONE");

    @Option(names = "--on", paramLabel = "DATE", required = true)
    private LocalDate on = LocalDate.MAX;

    @Mixin
    private RequiredReasonOption why = new RequiredReasonOption();

    @Override
    public Duty duty() {
        return Duty.END_PARTICIPATION;
    }

    @Override
    public Optional<InsurerCode> about() {
        return Optional.of(code);
    }

    @Override
    public Outline outline(Installation installation) {
        why.given();
        requireCome(installation);
        installation.get(EndParticipation.class).requireTakingPart(code);
        return Outline.of("insurer-leave", code, on);
    }

    @Override
    public Answer answer(Installation installation) {
        requireCome(installation);
        return InsurerSheet.of(
                installation
                        .get(EndParticipation.class)
                        .leave(code, on, why.given().text(), installation.now()),
                installation);
    }

    private void requireCome(Installation installation) {
        LocalDate today = BusinessTime.dateOf(installation.now());
        if (on.isAfter(today)) {
            throw new CliException(CliError.LEAVING_AHEAD, code.value(), today);
        }
    }
}
