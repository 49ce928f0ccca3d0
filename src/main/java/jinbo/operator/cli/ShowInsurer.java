package jinbo.operator.cli;

import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.insurer.Insurers;
import jinbo.participant.staff.Duty;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code insurer show}: all that is recorded about an insurer. */
@Command(name = "show")
final class ShowInsurer implements Task {

    @Parameters(paramLabel = "CODE", descriptionKey = "CODE")
    private InsurerCode code = new InsurerCode("NONE");

    @Override
    public Duty duty() {
        return Duty.LOOK;
    }

    @Override
    public Answer answer(Installation installation) {
        return InsurerSheet.of(installation.get(Insurers.class).get(code), installation);
    }
}
