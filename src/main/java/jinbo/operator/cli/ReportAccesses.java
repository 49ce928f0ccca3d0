package jinbo.operator.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.Optional;
import jinbo.operator.report.AccessReports;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.staff.Duty;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code audit report}: who saw how much in a month, and why. */
@Command(name = "report")
final class ReportAccesses implements Task {

    @Option(names = "--month", paramLabel = "MONTH", required = true)
    private YearMonth month = YearMonth.of(2012, 9);

    @Option(names = "--insurer", paramLabel = "CODE")
    private Optional<InsurerCode> insurer = Optional.empty();

    @Option(names = "--to", paramLabel = "DIR")
    private Optional<Path> folder = Optional.empty();

    @Override
    public Duty duty() {
        return Duty.SEARCH_LOG;
    }

    @Override
    public Answer answer(Installation installation) throws IOException {
        AccessReports reports = installation.get(AccessReports.class);
        return AccessesReported.of(
                folder.isPresent() ? reports.write(month, insurer, folder.get()) : reports.show(month, insurer));
    }
}
