package jinbo.operator.cli;

import jinbo.participant.staff.Duty;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code register}: a consumer says who is not to call, for the first time as far as it knows. */
@Command(name = "register")
final class RegisterChoice implements NumberTask {

    @Mixin
    private OneNumber number = new OneNumber();

    @Mixin
    private TypedChoice choice = new TypedChoice();

    @Override
    public void check() {
        NumberTask.super.check();
        choice.check();
    }

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
        return new RegisterForConsumer(installation, number).outline("register", choice);
    }

    @Override
    public Answer answer(Installation installation) {
        return new RegisterForConsumer(installation, number).choose("registered", choice);
    }
}
