package jinbo.operator.partner;

import java.io.IOException;
import jinbo.exchange.format.FileKind;
import jinbo.operator.FileTask;
import jinbo.operator.FileTaskContext;
import jinbo.partner.MakeAck;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

/** {@code partner ack}: tells the association which list is applied, and what it holds. */
@Command(name = "ack")
final class AcknowledgeList implements FileTask {

    @ParentCommand
    private PartnerCommands partner = new PartnerCommands();

    @Mixin
    private UnitOptions units = new UnitOptions();

    @Override
    public Object answer(FileTaskContext context) throws IOException {
        return partner.withLock(context, side -> {
            byte[] json = new MakeAck(side.partner().code(), side.held()).make(units.units());
            return new SealAndDrop(side).send(FileKind.ACK, json);
        });
    }
}
