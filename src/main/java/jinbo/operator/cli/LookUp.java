package jinbo.operator.cli;

import java.util.Optional;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.staff.Duty;
import jinbo.registry.history.LookUpNumber;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code lookup}: whether an insurer could call a number for sales at some moment, by which registration, and which list had told it. */
@Command(name = "lookup")
final class LookUp implements InteractiveTask {

    @Mixin
    private OneNumber number = new OneNumber();

    @Option(names = "--insurer", paramLabel = "CODE")
    private Optional<InsurerCode> insurer = Optional.empty();

    @Option(names = "--at", paramLabel = "TIME")
    private Optional<Moment> at = Optional.empty();

    @Override
    public void check() {
        number.check();
    }

    @Override
    public void ask(Terminal terminal, Texts texts) {
        number.ask(terminal, texts);
    }

    @Override
    public Duty duty() {
        return Duty.LOOK_UP_NUMBERS;
    }

    @Override
    public Answer answer(Installation installation) {
        return NumberLookedUp.of(installation
                .get(LookUpNumber.class)
                .of(
                        number.mobile(),
                        insurer,
                        at.map(Moment::begin),
                        installation.standing().actor(),
                        number.reason()));
    }
}
