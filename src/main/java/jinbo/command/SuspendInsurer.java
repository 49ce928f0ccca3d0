package jinbo.command;

import java.util.Optional;
import jinbo.insurer.InsurerCode;
import jinbo.insurer.Insurers;
import jinbo.person.Duty;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code insurer suspend}: nothing is exchanged with an insurer from now on. */
@Command(name = "suspend")
final class SuspendInsurer implements Task {

    @Parameters(paramLabel = "CODE", descriptionKey = "CODE", converter = InsurerCodes.class)
    private InsurerCode code = new InsurerCode("NONE");

    @Override
    public Duty duty() {
        return Duty.STOP_EXCHANGE;
    }

    @Override
    public Optional<InsurerCode> about() {
        return Optional.of(code);
    }

    @Override
    public Answer answer(Installation installation) {
        return InsurerSheet.of(installation.get(Insurers.class).suspend(code, installation.now()), installation);
    }
}
