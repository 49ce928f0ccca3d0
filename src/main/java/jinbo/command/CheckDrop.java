package jinbo.command;

import java.util.Optional;
import jinbo.association.AssociationKeys;
import jinbo.insurer.Insurer;
import jinbo.insurer.InsurerCode;
import jinbo.insurer.Insurers;
import jinbo.job.Drops;
import jinbo.job.SignedProbe;
import jinbo.person.Duty;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code drop check}: what is wrong with a drop, in words, up to a signed round trip. */
@Command(name = "check")
final class CheckDrop implements Task {

    @Parameters(paramLabel = "CODE", descriptionKey = "CODE", converter = InsurerCodes.class)
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
