package jinbo.operator.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import jinbo.exchange.format.CaseNotice;
import jinbo.partner.DeliveryFault;
import jinbo.partner.DropConnection;
import jinbo.partner.FetchDeliveredFiles;
import jinbo.partner.VerificationResult;
import jinbo.partner.VerificationResult.NotGenuine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** {@code partner cases}: brings what was delivered into the inbox, and says what is asked and was decided of cases. */
@Command(name = "cases")
final class ReadCases implements FileTask {

    @ParentCommand
    private PartnerCommands partner = PartnerCommands.untyped();

    @Override
    public Object answer(FileTaskContext fileTaskContext) throws IOException {
        return partner.alone(fileTaskContext, side -> {
            try (DropConnection drop = side.connect()) {
                FetchDeliveredFiles.Fetched fetched = side.deliveries().fetch(drop.session(), side.now());
                Fetched told = Fetched.of(side, fetched);
                return CasesShown.of(told, cases(side.afterCertificates(), drop));
            }
        });
    }

    /** What cannot be opened is fetched once more. */
    private static Map<Path, VerificationResult<List<CaseNotice>>> cases(OwnSide side, DropConnection drop)
            throws IOException {
        Map<Path, VerificationResult<List<CaseNotice>>> opened =
                side.deliveries().cases();
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
