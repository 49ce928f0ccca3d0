package jinbo.operator.cli;

import java.util.Optional;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.insurer.Insurers;
import jinbo.participant.staff.Duty;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code insurer suspend}: nothing is exchanged with an insurer from now on. */
@Command(name = "suspend")
final class SuspendInsurer implements Task {

    @Parameters(paramLabel = "CODE", descriptionKey = "CODE")
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
