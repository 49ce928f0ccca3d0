package jinbo.operator.cli;

import java.time.LocalDate;
import jinbo.participant.staff.Duty;
import jinbo.reference.business.BusinessLines;
import jinbo.reference.business.LineCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code line close}: nobody names a line of business any more; what was registered binds until its end. */
@Command(name = "close")
final class CloseBusinessLine implements RequiresSecondPerson {

    @Parameters(paramLabel = "LINE", descriptionKey = "LINE")
    private LineCode code = new LineCode("NONE");

    @Option(names = "--on", paramLabel = "DATE", required = true)
    private LocalDate on = LocalDate.MAX;

    @Mixin
    private RequiredReasonOption why = new RequiredReasonOption();

    @Override
    public Duty duty() {
        return Duty.LOAD_REFERENCE_DATA;
    }

    @Override
    public Outline outline(Installation installation) throws Exception {
        new DryRun(installation).of(() -> answer(installation));
        return Outline.of("line-close", code, on);
    }

    @Override
    public Answer answer(Installation installation) {
        why.given();
        installation.get(BusinessLines.class).close(code, on, installation.now());
        return LineList.of(installation);
    }
}
