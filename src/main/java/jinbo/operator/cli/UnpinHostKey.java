package jinbo.operator.cli;

import java.util.Optional;
import jinbo.participant.insurer.DropLocation;
import jinbo.participant.insurer.Insurer;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.insurer.PinnedHostKeys;
import jinbo.participant.staff.Duty;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code insurer unpin}: an insurer's own server may show a host key no longer, once it shows another. */
@Command(name = "unpin")
final class UnpinHostKey implements RequiresSecondPerson {

    @Mixin
    private HostKeyOfInsurer hostKey = new HostKeyOfInsurer();

    @Mixin
    private ReasonOption why = new ReasonOption();

    @Override
    public void check() {
        hostKey.check();
    }

    @Override
    public Duty duty() {
        return Duty.CHANGE_KEYS;
    }

    @Override
    public Optional<InsurerCode> about() {
        return Optional.of(hostKey.code());
    }

    @Override
    public Outline outline(Installation installation) throws Exception {
        Insurer left = new DryRun(installation).of(() -> unpin(installation));
        return Outline.of(
                "insurer-unpin", hostKey.code(), hostKey.fingerprint(), ((DropLocation.Remote) left.drop()).hostKeys());
    }

    @Override
    public Answer answer(Installation installation) {
        return InsurerSheet.of(unpin(installation), installation);
    }

    private Insurer unpin(Installation installation) {
        return installation.get(PinnedHostKeys.class).unpin(hostKey.code(), hostKey.fingerprint());
    }
}
