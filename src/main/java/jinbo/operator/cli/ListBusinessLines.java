package jinbo.operator.cli;

import jinbo.participant.staff.Duty;
import picocli.CommandLine.Command;

/** {@code line list}: lines of business, closed ones too. */
@Command(name = "list")
final class ListBusinessLines implements Task {

    @Override
    public Duty duty() {
        return Duty.LOOK;
    }

    @Override
    public Answer answer(Installation installation) {
        return LineList.of(installation);
    }
}
