package jinbo.operator.cli;

import java.util.Optional;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.insurer.Insurers;
import jinbo.participant.staff.Duty;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code insurer resume}: files are exchanged with a suspended insurer again. */
@Command(name = "resume")
final class ResumeInsurer implements Task {

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
        return InsurerSheet.of(installation.get(Insurers.class).resume(code, installation.now()), installation);
    }
}
