package jinbo.operator.partner;

import java.io.IOException;
import jinbo.operator.FileTask;
import jinbo.operator.FileTaskContext;
import jinbo.partner.DropConnection;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** {@code partner fetch}: brings what was delivered into the inbox, and says what receipts say. */
@Command(name = "fetch")
final class FetchDeliveries implements FileTask {

    @ParentCommand
    private PartnerCommands partner = new PartnerCommands();

    @Override
    public Object answer(FileTaskContext context) throws IOException {
        return partner.withLock(context, side -> {
            try (DropConnection drop = side.connect()) {
                return FetchResult.of(side, side.deliveries().fetch(drop.session(), side.now()));
            }
        });
    }
}
