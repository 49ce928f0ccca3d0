package jinbo.operator.cli;

import java.io.IOException;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code partner apply}: verifies the lists of the inbox and applies them in their order. */
@Command(name = "apply")
final class ApplyLists implements FileTask {

    @ParentCommand
    private PartnerCommands partner = PartnerCommands.untyped();

    @Option(names = "--begin-anew")
    private boolean anew;

    @Override
    public Object answer(FileTaskContext fileTaskContext) throws IOException {
        return partner.alone(fileTaskContext, side -> new Applying(side, Optional.empty()).apply(anew));
    }
}
