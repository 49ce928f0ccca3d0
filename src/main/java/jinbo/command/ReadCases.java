package jinbo.command;

import java.io.IOException;
import jinbo.partner.FetchDelivered;
import jinbo.partner.OwnDrop;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** {@code partner cases}: brings what was delivered into the inbox, and says what is asked and was decided of cases. */
@Command(name = "cases")
final class ReadCases implements FileTask {

    @ParentCommand
    private PartnerCommands partner = PartnerCommands.untyped();

    @Override
    public Answer answer(Surroundings surroundings) throws IOException {
        return partner.alone(surroundings, side -> {
            try (OwnDrop drop = side.connect()) {
                FetchDelivered.Fetched fetched = side.deliveries().fetch(drop.session(), side.now());
                Fetched told = Fetched.of(side, fetched);
                return CasesShown.of(told, side.afterCertificates().deliveries().cases());
            }
        });
    }
}
