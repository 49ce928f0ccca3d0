package jinbo.operator.cli;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.OptionalInt;
import jinbo.exchange.format.FileKind;
import jinbo.partner.MakeAck;
import jinbo.partner.SendFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

/** {@code partner ack}: tells the association which list is applied, and what it holds. */
@Command(name = "ack")
final class AcknowledgeList implements FileTask {

    @ParentCommand
    private PartnerCommands partner = PartnerCommands.untyped();

    @Mixin
    private UnitsTyped units = new UnitsTyped();

    @Override
    public Object answer(FileTaskContext fileTaskContext) throws IOException {
        return partner.alone(fileTaskContext, side -> {
            byte[] json = new MakeAck(side.partner().code(), side.held()).make(units.units());
            return new Sending(side)
                    .send(
                            new SendFile.RequestedName(FileKind.ACK, side.today(), OptionalInt.empty()),
                            () -> new ByteArrayInputStream(json));
        });
    }
}
