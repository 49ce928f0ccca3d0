package jinbo.batch.recovery;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import jinbo.participant.insurer.InsurerCode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Names files that no record knows, each once; the first that was not named before opens a restoration. */
@Component
class ReportUnrecordedFiles {

    private static final Logger LOG = LoggerFactory.getLogger(ReportUnrecordedFiles.class);

    private final Recoveries restorations;
    private final UnrecordedFiles lostFiles;
    private final Clock clock;

    ReportUnrecordedFiles(Recoveries restorations, UnrecordedFiles lostFiles, Clock clock) {
        this.restorations = restorations;
        this.lostFiles = lostFiles;
        this.clock = clock;
    }

    void name(InsurerCode insurer, List<UnrecordedFile> seen) {
        List<UnrecordedFile> unnamed = new ArrayList<>(seen);
        seen.stream()
                .collect(Collectors.groupingBy(UnrecordedFile::kind))
                .forEach((kind, files) -> unnamed.removeAll(named(insurer, kind, files)));
        if (unnamed.isEmpty()) {
            return;
        }
        String first = unnamed.get(0).name();
        Recovery restoration = restorations.notice(insurer, first, clock.instant());
        LOG.warn("{} of {} is known by no record", first, insurer);
        unnamed.forEach(file -> lostFiles.name(restoration, file));
    }

    private List<UnrecordedFile> named(InsurerCode insurer, UnrecordedFileKind kind, List<UnrecordedFile> files) {
        Set<String> names = lostFiles.named(
                insurer, kind, files.stream().map(UnrecordedFile::name).toList());
        return files.stream().filter(file -> names.contains(file.name())).toList();
    }
}
