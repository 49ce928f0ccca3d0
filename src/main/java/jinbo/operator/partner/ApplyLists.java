package jinbo.operator.partner;

import java.io.IOException;
import java.util.Optional;
import jinbo.operator.FileTask;
import jinbo.operator.FileTaskContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code partner apply}: verifies the lists of the inbox and applies them in their order. */
@Command(name = "apply")
final class ApplyLists implements FileTask {

    @ParentCommand
    private PartnerCommands partner = new PartnerCommands();

    @Option(names = "--begin-anew")
    private boolean anew;

    @Override
    public Object answer(FileTaskContext context) throws IOException {
        return partner.withLock(context, side -> new ApplyInboxLists(side, Optional.empty()).apply(anew));
    }
}
