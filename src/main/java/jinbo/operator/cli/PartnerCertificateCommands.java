package jinbo.operator.cli;

import java.io.IOException;
import jinbo.partner.PartnerFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** {@code partner certificate ...}: how both sides change their keys without a gap. */
@Command(
        name = "certificate",
        subcommands = {
            ListPartnerCertificates.class,
            AcceptAssociationKey.class,
            RefuseAssociationKey.class,
            SendOwnCertificate.class,
            SignWithOwnKey.class,
            RevokeOwnCertificate.class
        })
final class PartnerCertificateCommands {

    @ParentCommand
    private PartnerCommands partner = PartnerCommands.untyped();

    private PartnerCertificateCommands() {}

    /** One that nothing was typed for; picocli puts the real one in its place. */
    static PartnerCertificateCommands untyped() {
        return new PartnerCertificateCommands();
    }

    OwnSide open(FileTaskContext fileTaskContext) throws IOException {
        return partner.open(fileTaskContext);
    }

    PartnerFolder folder() {
        return partner.folder();
    }
}
