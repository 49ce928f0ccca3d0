package jinbo.command;

import jinbo.drop.HostKeyPins;
import jinbo.insurer.DropLocation;
import jinbo.insurer.Insurer;
import jinbo.insurer.InsurerCode;
import jinbo.insurer.Insurers;
import jinbo.person.Duty;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code insurer unpin}: an insurer's own server may show a host key no longer, once it shows another. */
@Command(name = "unpin")
final class UnpinHostKey implements TakesTwo {

    @Parameters(index = "0", paramLabel = "CODE", descriptionKey = "CODE", converter = InsurerCodes.class)
    private InsurerCode code = new InsurerCode("NONE");

    @Parameters(index = "1", paramLabel = "SHA256:...", descriptionKey = "pinned")
    private String hostKey = "";

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
        Insurer left = new DryRun(installation).of(() -> unpin(installation));
        return Outline.of("insurer-unpin", code, hostKey, ((DropLocation.Remote) left.drop()).hostKeys());
    }

    @Override
    public Answer answer(Installation installation) {
        return InsurerSheet.of(unpin(installation), installation);
    }

    private Insurer unpin(Installation installation) {
        return installation.get(Insurers.class).unpin(code, hostKey);
    }
}
