package jinbo.operator.cli;

import java.time.LocalDate;
import java.util.Optional;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.insurer.Insurers;
import jinbo.participant.staff.Duty;
import jinbo.reference.business.LineCode;
import jinbo.reference.calendar.BusinessTime;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code insurer add-line}: an insurer sells one more line of business from a coming day on. */
@Command(name = "add-line")
final class AddLineToInsurer implements RequiresSecondPerson {

    @Parameters(paramLabel = "CODE", descriptionKey = "CODE")
    private InsurerCode code = new InsurerCode("NONE");

    @Option(names = "--line", paramLabel = "LINE", required = true, descriptionKey = "LINE")
    private LineCode line = new LineCode("NONE");

    @Option(names = "--from", paramLabel = "DATE")
    private Optional<LocalDate> from = Optional.empty();

    @Mixin
    private ReasonOption why = new ReasonOption();

    @Override
    public Duty duty() {
        return Duty.ADMIT_INSURERS;
    }

    @Override
    public Optional<InsurerCode> about() {
        return Optional.of(code);
    }

    @Override
    public Outline outline(Installation installation) throws Exception {
        new DryRun(installation).of(() -> answer(installation));
        return Outline.of("insurer-add-line", code, line, day(installation));
    }

    @Override
    public Answer answer(Installation installation) {
        return InsurerSheet.of(
                installation.get(Insurers.class).addLine(code, line, day(installation), installation.now()),
                installation);
    }

    private LocalDate day(Installation installation) {
        return from.orElse(BusinessTime.dateOf(installation.now()).plusDays(1));
    }
}
