package jinbo.command;

import java.util.List;
import jinbo.drop.HostKeyPins;
import jinbo.insurer.DropLocation;
import jinbo.insurer.Insurer;
import jinbo.insurer.InsurerCode;
import jinbo.insurer.Insurers;
import jinbo.person.Duty;
import jinbo.samplekey.SampleKeys;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code insurer pin}: an insurer's own server may show one more host key, before it changes or after. */
@Command(name = "pin")
final class PinHostKey implements TakesTwo {

    @Parameters(index = "0", paramLabel = "CODE", descriptionKey = "CODE", converter = InsurerCodes.class)
    private InsurerCode code = new InsurerCode("NONE");

    @Parameters(index = "1", paramLabel = "SHA256:...", descriptionKey = "pinned")
    private String hostKey = "";

    @Option(names = "--only")
    private boolean only;

    @Mixin
    private WhyAsked why = new WhyAsked();

    @Override
    public void check() {
        try {
            HostKeyPins.of(hostKey);
        } catch (IllegalArgumentException e) {
            throw new WrongUse("wrong.host-key", e.getMessage());
        }
    }

    @Override
    public Duty duty() {
        return Duty.CHANGE_KEYS;
    }

    @Override
    public Outline outline(Installation installation) throws Exception {
        Insurer pinned = new DryRun(installation).of(() -> pin(installation));
        return Outline.of("insurer-pin", code, hostKey, ((DropLocation.Remote) pinned.drop()).hostKeys());
    }

    @Override
    public Answer answer(Installation installation) {
        return InsurerSheet.of(pin(installation), installation);
    }

    private Insurer pin(Installation installation) {
        installation
                .get(SampleKeys.class)
                .refuse(List.of(hostKey), "ask " + code + " for the host key of its own server");
        Insurers insurers = installation.get(Insurers.class);
        return only ? insurers.pinAlone(code, hostKey) : insurers.pin(code, hostKey);
    }
}
