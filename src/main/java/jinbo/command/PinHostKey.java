package jinbo.command;

import jinbo.drop.HostKeyPins;
import jinbo.insurer.Insurer;
import jinbo.insurer.InsurerCode;
import jinbo.insurer.Insurers;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code insurer pin}: an insurer's own server may show one more host key, before it changes or after. */
@Command(name = "pin")
final class PinHostKey implements Task {

    @Parameters(index = "0", paramLabel = "CODE", descriptionKey = "CODE", converter = InsurerCodes.class)
    private InsurerCode code = new InsurerCode("NONE");

    @Parameters(index = "1", paramLabel = "SHA256:...", descriptionKey = "pinned")
    private String hostKey = "";

    @Option(names = "--only")
    private boolean only;

    @Override
    public void check() {
        try {
            HostKeyPins.of(hostKey);
        } catch (IllegalArgumentException e) {
            throw new WrongUse("wrong.host-key", e.getMessage());
        }
    }

    @Override
    public Answer answer(Installation installation) {
        Insurers insurers = installation.get(Insurers.class);
        Insurer pinned = only ? insurers.pinAlone(code, hostKey) : insurers.pin(code, hostKey);
        return InsurerSheet.of(pinned, installation);
    }
}
