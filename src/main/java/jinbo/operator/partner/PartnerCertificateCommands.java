package jinbo.operator.partner;

import java.io.IOException;
import jinbo.operator.FileTaskContext;
import jinbo.partner.PartnerFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** {@code partner certificate ...}: how both sides change their keys without a gap. */
@Command(
        name = "certificate",
        subcommands = {
            ListPartnerCertificates.class,
            AcceptAssociationCertificate.class,
            RefuseAssociationCertificate.class,
            SendOwnCertificate.class,
            UseOwnCertificate.class,
            RevokeOwnCertificate.class
        })
final class PartnerCertificateCommands {

    @ParentCommand
    private PartnerCommands partner = new PartnerCommands();

    PartnerSession open(FileTaskContext context) throws IOException {
        return partner.open(context);
    }

    PartnerFolder folder() {
        return partner.folder();
    }
}
