package jinbo.operator.cli;

import java.util.Optional;
import jinbo.batch.Drops;
import jinbo.batch.SignedProbe;
import jinbo.exchange.keys.AssociationKeys;
import jinbo.participant.insurer.Insurer;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.insurer.Insurers;
import jinbo.participant.staff.Duty;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code drop check}: what is wrong with a drop, in words, up to a signed round trip. */
@Command(name = "check")
final class CheckDrop implements Task {

    @Parameters(paramLabel = "CODE", descriptionKey = "CODE")
    private InsurerCode code = new InsurerCode("NONE");

    @Override
    public Duty duty() {
        return Duty.CHECK_DROPS;
    }

    @Override
    public Optional<InsurerCode> about() {
        return Optional.of(code);
    }

    @Override
    public Answer answer(Installation installation) {
        installation.get(AssociationKeys.class).requireOpen();
        Insurer insurer = installation.get(Insurers.class).get(code);
        return DropChecked.of(
                insurer, installation.get(Drops.class).check(insurer, installation.get(SignedProbe.class)));
    }
}
