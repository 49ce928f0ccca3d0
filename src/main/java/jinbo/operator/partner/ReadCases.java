package jinbo.operator.partner;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import jinbo.exchange.format.CaseNotice;
import jinbo.operator.FileTask;
import jinbo.operator.FileTaskContext;
import jinbo.partner.DeliveryFault;
import jinbo.partner.DropConnection;
import jinbo.partner.VerificationResult;
import jinbo.partner.VerificationResult.NotGenuine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** {@code partner cases}: brings what was delivered into the inbox, and says what is asked and was decided of cases. */
@Command(name = "cases")
final class ReadCases implements FileTask {

    @ParentCommand
    private PartnerCommands partner = new PartnerCommands();

    @Override
    public Object answer(FileTaskContext context) throws IOException {
        return partner.withLock(context, side -> {
            try (DropConnection drop = side.connect()) {
                FetchResult fetched = FetchResult.of(side, side.deliveries().fetch(drop.session(), side.now()));
                return DeliveredCases.of(fetched, cases(side.reloadCertificates(), drop));
            }
        });
    }

    /** What cannot be opened is fetched once more. */
    private static Map<Path, VerificationResult<List<CaseNotice>>> cases(PartnerSession side, DropConnection drop)
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
