package jinbo.operator.cli;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.OptionalInt;
import jinbo.exchange.format.FileKind;
import jinbo.exchange.format.Resync;
import jinbo.exchange.format.ResyncJson;
import jinbo.partner.SendFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code partner resync}: asks the association for a full list. */
@Command(name = "resync")
final class AskForFullList implements FileTask {

    @ParentCommand
    private PartnerCommands partner = PartnerCommands.untyped();

    @Option(names = "--reason", paramLabel = "TEXT", required = true)
    private String reason = "";

    @Override
    public void check() {
        TypedReason.require(reason);
    }

    @Override
    public Object answer(FileTaskContext fileTaskContext) throws IOException {
        return partner.alone(fileTaskContext, side -> {
            byte[] json = ResyncJson.write(new Resync(side.partner().code(), side.now(), reason));
            return new Sending(side)
                    .send(
                            new SendFile.RequestedName(FileKind.RESYNC, side.today(), OptionalInt.empty()),
                            () -> new ByteArrayInputStream(json));
        });
    }
}
