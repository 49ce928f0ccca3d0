package jinbo.operator.cli;

import java.io.IOException;
import java.nio.file.Path;
import jinbo.accesslog.LogEvidence;
import jinbo.participant.staff.Duty;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code audit export}: the whole access log as files for an auditor (C2SP tlog-tiles). */
@Command(name = "export")
final class ExportLog implements Task {

    @Parameters(paramLabel = "FOLDER", descriptionKey = "FOLDER")
    private Path folder = Path.of("");

    @Override
    public Duty duty() {
        return Duty.SEARCH_LOG;
    }

    @Override
    public Answer answer(Installation installation) throws IOException {
        return new Exported(installation.get(LogEvidence.class).export(folder), folder.toAbsolutePath());
    }

    /**
     * The answer.
     *
     * @param entries how many
     * @param folder where they are
     */
    record Exported(long entries, Path folder) implements Answer {
        @Override
        public void tell(Page page) {
            page.say("audit.exported", entries, folder.toString());
        }
    }
}
