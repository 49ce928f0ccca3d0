package jinbo.operator.partner;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jinbo.operator.FileTask;
import jinbo.operator.FileTaskContext;
import jinbo.operator.UsageError;
import jinbo.participant.operation.InvalidOperationException;
import jinbo.partner.LocalBlockList;
import jinbo.partner.PartnerFolder;
import jinbo.partner.PartnerSettings;
import jinbo.partner.calls.CheckCalls;
import jinbo.partner.calls.CheckCalls.CallPurpose;
import jinbo.partner.calls.CheckCalls.Why;
import jinbo.partner.calls.PolicyholderNumbers;
import jinbo.reference.business.LineCode;
import jinbo.reference.calendar.BusinessTime;
import jinbo.reference.phone.PhoneDigits;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code partner check}: shows which calls of a table are allowed. Needs the applied list, but no keys or drop. */
@Command(name = "check")
final class CheckCallTable implements FileTask {

    @ParentCommand
    private PartnerCommands partner = new PartnerCommands();

    @Parameters(paramLabel = "CALLS", descriptionKey = "CALLS")
    private Path calls = Path.of("");

    @Option(names = "--purpose", paramLabel = "sales|service", required = true)
    private CallPurpose purpose = CallPurpose.SALES;

    @Option(names = "--line", paramLabel = "LINE")
    private Optional<LineCode> line = Optional.empty();

    @Option(names = "--in-force", paramLabel = "CUSTOMERS")
    private Optional<Path> inForce = Optional.empty();

    @Option(names = "--out", paramLabel = "FILE")
    private Optional<Path> out = Optional.empty();

    @Override
    public void check() {
        if (purpose == CallPurpose.SALES && inForce.isPresent()) {
            throw new InvalidOperationException(UsageError.IN_FORCE);
        }
    }

    @Override
    public Object answer(FileTaskContext context) throws IOException {
        PartnerFolder folder = partner.folder();
        PartnerSettings settings = PartnerSettings.read(folder);
        Optional<PolicyholderNumbers> customers =
                inForce.isPresent() ? Optional.of(read(inForce.get())) : Optional.empty();
        try (CheckCalls check = CheckCalls.over(
                new LocalBlockList(folder.list()),
                BusinessTime.dateOf(
                        context.clock(PartnerSession.demoOf(settings.drop())).instant()),
                purpose,
                line,
                customers)) {
            Path target = out.orElseGet(() -> beside(calls));
            CheckCalls.Totals totals = check.check(shown(calls), calls, target);
            return CallCheckResult.of(
                    target.toAbsolutePath(), check.sequence(), check.line(), purpose, totals, customers);
        }
    }

    private static PolicyholderNumbers read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return PolicyholderNumbers.read(shown(file), in);
        }
    }

    /** Masks phone numbers, because people name files after the number in them. */
    private static String shown(Path file) {
        return PhoneDigits.masked(file.toString());
    }

    private static Path beside(Path calls) {
        String name = calls.getFileName().toString();
        return calls.resolveSibling(name.replaceFirst("(?i)\\.csv$", "") + ".checked.csv");
    }

    record CallCheckResult(
            String out,
            int sequence,
            LineCode businessLine,
            String purpose,
            long rows,
            long mayCall,
            List<Counted> why,
            Optional<Long> customers,
            Optional<Long> customersUnreadable) {

        record Counted(Why why, boolean mayCall, long count) {}

        static CallCheckResult of(
                Path out,
                int sequence,
                LineCode businessLine,
                CallPurpose purpose,
                CheckCalls.Totals totals,
                Optional<PolicyholderNumbers> customers) {
            return new CallCheckResult(
                    PhoneDigits.masked(out.toString()),
                    sequence,
                    businessLine,
                    purpose.toString(),
                    totals.rows(),
                    totals.mayCall(),
                    totals.why().entrySet().stream()
                            .sorted(Comparator.comparing(Map.Entry<Why, Long>::getKey))
                            .map(entry ->
                                    new Counted(entry.getKey(), entry.getKey().mayCall(), entry.getValue()))
                            .toList(),
                    customers.map(PolicyholderNumbers::numbers),
                    customers.map(PolicyholderNumbers::unreadable));
        }
    }
}
