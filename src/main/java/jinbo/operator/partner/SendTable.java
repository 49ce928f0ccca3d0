package jinbo.operator.partner;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import jinbo.exchange.format.FileKind;
import jinbo.operator.FileTask;
import jinbo.operator.FileTaskContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Seals and drops a table of the insurer's own. */
abstract class SendTable implements FileTask {

    @ParentCommand
    private PartnerCommands partner = new PartnerCommands();

    @Parameters(paramLabel = "FILE", descriptionKey = "FILE")
    private Path file = Path.of("");

    @Mixin
    private UploadNameOptions name = new UploadNameOptions();

    private final FileKind kind;

    private SendTable(FileKind kind) {
        this.kind = kind;
    }

    /** {@code partner upload}: complaints. */
    @Command(name = "upload")
    static final class Complaints extends SendTable {

        Complaints() {
            super(FileKind.COMPLAINTS);
        }
    }

    /** {@code partner withdraw}: which rows of own uploads are taken back. */
    @Command(name = "withdraw")
    static final class Withdrawals extends SendTable {

        Withdrawals() {
            super(FileKind.WITHDRAWALS);
        }
    }

    /** {@code partner answer-cases}: what we say of complaints about calls. */
    @Command(name = "answer-cases")
    static final class CaseAnswers extends SendTable {

        CaseAnswers() {
            super(FileKind.CASE_ANSWERS);
        }
    }

    @Override
    public void check() {
        name.check();
    }

    @Override
    public Object answer(FileTaskContext context) throws IOException {
        return partner.withLock(
                context,
                side -> new SealAndDrop(side)
                        .send(name.requestedName(kind, side.today()), () -> Files.newInputStream(file)));
    }
}
