package jinbo.operator.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import jinbo.exchange.format.CaseNotice;
import jinbo.partner.Checked;
import jinbo.partner.Checked.NotGenuine;
import jinbo.partner.DeliveryFault;
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
                return CasesShown.of(told, cases(side.afterCertificates(), drop));
            }
        });
    }

    /** What cannot be opened is fetched once more. */
    private static Map<Path, Checked<List<CaseNotice>>> cases(OwnSide side, OwnDrop drop) throws IOException {
        Map<Path, Checked<List<CaseNotice>>> opened = side.deliveries().cases();
        Set<String> damaged = opened.entrySet().stream()
                .filter(file -> file.getValue() instanceof NotGenuine<List<CaseNotice>> wrong
                        && wrong.fault() == DeliveryFault.FORGED)
                .map(file -> file.getKey().getFileName().toString())
                .collect(Collectors.toSet());
        if (damaged.isEmpty()) {
            return opened;
        }
        side.deliveries().fetchAgain(drop.session(), damaged::contains, side.now());
        return side.deliveries().cases();
    }
}
