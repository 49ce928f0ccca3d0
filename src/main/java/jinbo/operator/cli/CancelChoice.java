package jinbo.operator.cli;

import jinbo.participant.staff.Duty;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code cancel}: a consumer says that everybody may call again. */
@Command(name = "cancel")
final class CancelChoice implements NumberTask {

    @Mixin
    private OneNumber number = new OneNumber();

    @Override
    public OneNumber number() {
        return number;
    }

    @Override
    public Duty duty() {
        return Duty.CHOOSE_FOR_CONSUMERS;
    }

    @Override
    public Outline outline(Installation installation) {
        return Outline.of("cancel");
    }

    @Override
    public Answer answer(Installation installation) {
        return new RegisterForConsumer(installation, number).cancel();
    }
}
