package jinbo.operator.partner;

import java.io.IOException;
import java.nio.file.Path;
import jinbo.operator.FileTaskContext;
import jinbo.operator.partner.ApplyInboxLists.ApplyLists;
import jinbo.partner.PartnerFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** {@code partner ...}: the insurer's own side, from its folder, its keys and its drop alone. */
@Command(
        name = "partner",
        subcommands = {
            InitializePartner.class,
            SyncLists.class,
            SendTable.Complaints.class,
            SendTable.Withdrawals.class,
            ReadCases.class,
            SendTable.CaseAnswers.class,
            FetchDeliveries.class,
            ShowDelivery.class,
            ApplyLists.class,
            AcknowledgeList.class,
            RequestFullList.class,
            CheckCallTable.class,
            PartnerCertificateCommands.class,
            ShowPartnerStatus.class
        })
public final class PartnerCommands {

    @Option(
            names = "--partner",
            paramLabel = "DIR",
            defaultValue = "${env:JINBO_PARTNER:-./jinbo-partner}",
            descriptionKey = "partner",
            scope = ScopeType.INHERIT)
    private Path folder = Path.of("jinbo-partner");

    PartnerFolder folder() {
        return new PartnerFolder(folder);
    }

    PartnerSession open(FileTaskContext context) throws IOException {
        return PartnerSession.open(folder(), context);
    }

    /** Does something with it that no other command may do meanwhile. */
    <T> T withLock(FileTaskContext context, PartnerSession.Work<T> work) throws IOException {
        return PartnerSession.withLock(folder(), context, work);
    }
}
