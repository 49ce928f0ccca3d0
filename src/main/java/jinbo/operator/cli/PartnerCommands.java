package jinbo.operator.cli;

import java.io.IOException;
import java.nio.file.Path;
import jinbo.partner.PartnerFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** {@code partner ...}: the insurer's own side, from its folder, its keys and its drop alone. */
@Command(
        name = "partner",
        subcommands = {
            SetUpOwnSide.class,
            SyncLists.class,
            SendTable.Complaints.class,
            SendTable.Withdrawals.class,
            ReadCases.class,
            SendTable.CaseAnswers.class,
            FetchDeliveries.class,
            ShowDelivery.class,
            ApplyLists.class,
            AcknowledgeList.class,
            AskForFullList.class,
            CheckCallTable.class,
            PartnerCertificateCommands.class,
            ShowOwnSide.class
        })
final class PartnerCommands {

    @Option(
            names = "--partner",
            paramLabel = "DIR",
            defaultValue = "${env:JINBO_PARTNER:-./jinbo-partner}",
            descriptionKey = "partner",
            scope = ScopeType.INHERIT)
    private Path folder = Path.of("jinbo-partner");

    PartnerCommands() {}

    /** One that nothing was typed for; picocli puts the real one in its place. */
    static PartnerCommands untyped() {
        return new PartnerCommands();
    }

    PartnerFolder folder() {
        return new PartnerFolder(folder);
    }

    OwnSide open(FileTaskContext fileTaskContext) throws IOException {
        return OwnSide.open(folder(), fileTaskContext);
    }

    /** Does something with it that no other command may do meanwhile. */
    <T> T alone(FileTaskContext fileTaskContext, OwnSide.Work<T> work) throws IOException {
        return OwnSide.alone(folder(), fileTaskContext, work);
    }
}
