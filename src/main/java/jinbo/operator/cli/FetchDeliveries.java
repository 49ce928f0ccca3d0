package jinbo.operator.cli;

import java.io.IOException;
import jinbo.partner.DropConnection;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** {@code partner fetch}: brings what was delivered into the inbox, and says what receipts say. */
@Command(name = "fetch")
final class FetchDeliveries implements FileTask {

    @ParentCommand
    private PartnerCommands partner = PartnerCommands.untyped();

    @Override
    public Object answer(FileTaskContext fileTaskContext) throws IOException {
        return partner.alone(fileTaskContext, side -> {
            try (DropConnection drop = side.connect()) {
                return Fetched.of(side, side.deliveries().fetch(drop.session(), side.now()));
            }
        });
    }
}
