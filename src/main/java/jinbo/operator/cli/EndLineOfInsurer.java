package jinbo.operator.cli;

import java.time.LocalDate;
import java.util.Optional;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.insurer.Insurers;
import jinbo.participant.staff.Duty;
import jinbo.reference.business.LineCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code insurer end-line}: an insurer stops selling a line of business on a coming day. */
@Command(name = "end-line")
final class EndLineOfInsurer implements RequiresSecondPerson {

    @Parameters(paramLabel = "CODE", descriptionKey = "CODE")
    private InsurerCode code = new InsurerCode("NONE");

    @Option(names = "--line", paramLabel = "LINE", required = true, descriptionKey = "LINE")
    private LineCode line = new LineCode("NONE");

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
    public Outline outline(Installation installation) throws Exception {
        new DryRun(installation).of(() -> answer(installation));
        return Outline.of("insurer-end-line", code, line, on);
    }

    @Override
    public Answer answer(Installation installation) {
        why.given();
        return InsurerSheet.of(
                installation.get(Insurers.class).endLine(code, line, on, installation.now()), installation);
    }
}
