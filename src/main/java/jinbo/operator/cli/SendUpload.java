package jinbo.operator.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import jinbo.exchange.format.FileKind;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code partner upload}: seals and drops a complaint upload. */
@Command(name = "upload")
final class SendUpload implements FileTask {

    @ParentCommand
    private PartnerCommands partner = PartnerCommands.untyped();

    @Parameters(paramLabel = "FILE", descriptionKey = "FILE")
    private Path file = Path.of("");

    @Mixin
    private UploadName name = new UploadName();

    @Override
    public void check() {
        name.check();
    }

    @Override
    public Object answer(FileTaskContext fileTaskContext) throws IOException {
        return partner.alone(
                fileTaskContext,
                side -> new Sending(side)
                        .send(name.wish(FileKind.COMPLAINTS, side.today()), () -> Files.newInputStream(file)));
    }
}
