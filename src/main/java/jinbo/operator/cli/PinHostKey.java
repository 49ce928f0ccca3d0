package jinbo.operator.cli;

import java.util.List;
import java.util.Optional;
import jinbo.batch.DropUniquenessCheck;
import jinbo.exchange.keys.KeysError;
import jinbo.exchange.keys.SampleKeys;
import jinbo.participant.insurer.DropLocation;
import jinbo.participant.insurer.Insurer;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.insurer.PinnedHostKeys;
import jinbo.participant.staff.Duty;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code insurer pin}: an insurer's own server may show one more host key, before it changes or after. */
@Command(name = "pin")
final class PinHostKey implements RequiresSecondPerson {

    @Mixin
    private HostKeyOfInsurer hostKey = new HostKeyOfInsurer();

    @Option(names = "--only")
    private boolean only;

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
        Insurer pinned = new DryRun(installation).of(() -> pin(installation));
        return Outline.of(
                "insurer-pin", hostKey.code(), hostKey.fingerprint(), ((DropLocation.Remote) pinned.drop()).hostKeys());
    }

    @Override
    public Answer answer(Installation installation) {
        return InsurerSheet.of(pin(installation), installation);
    }

    private Insurer pin(Installation installation) {
        installation
                .get(SampleKeys.class)
                .refuse(List.of(hostKey.fingerprint()), KeysError.ASK_FOR_HOST_KEY, hostKey.code());
        installation.get(DropUniquenessCheck.class).requireForeign(hostKey.code(), List.of(hostKey.fingerprint()));
        PinnedHostKeys pins = installation.get(PinnedHostKeys.class);
        return only
                ? pins.replacePins(hostKey.code(), hostKey.fingerprint())
                : pins.pin(hostKey.code(), hostKey.fingerprint());
    }
}
