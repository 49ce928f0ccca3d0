package jinbo.operator.cli;

import jinbo.participant.staff.Duty;
import jinbo.registry.history.ShowCurrentBlocks;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code show}: what is registered of a number now. */
@Command(name = "show")
final class ShowNumber implements InteractiveTask {

    @Mixin
    private OneNumber number = new OneNumber();

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
        return NumberSheet.of(installation
                .get(ShowCurrentBlocks.class)
                .of(number.mobile(), installation.standing().actor(), number.reason()));
    }
}
