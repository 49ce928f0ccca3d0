package jinbo.operator.cli;

import jinbo.participant.staff.Duty;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code release}: a number has changed hands, so nothing that was known of it counts any more. */
@Command(name = "release")
final class ReleaseNumber implements NumberTask {

    @Mixin
    private OneNumber number = new OneNumber();

    @Override
    public OneNumber number() {
        return number;
    }

    @Override
    public Duty duty() {
        return Duty.RELEASE_NUMBERS;
    }

    @Override
    public Outline outline(Installation installation) {
        return Outline.of("release");
    }

    @Override
    public Answer answer(Installation installation) {
        return new RegisterForConsumer(installation, number).release();
    }
}
