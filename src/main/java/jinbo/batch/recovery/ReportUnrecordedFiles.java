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

/** Names files that no record knows, each once; the first that was not named before opens a recovery. */
@Component
record ReportUnrecordedFiles(Recoveries recoveries, UnrecordedFiles unrecordedFiles, Clock clock) {

    private static final Logger LOG = LoggerFactory.getLogger(ReportUnrecordedFiles.class);

    void name(InsurerCode insurer, List<UnrecordedFile> seen) {
        List<UnrecordedFile> unnamed = new ArrayList<>(seen);
        seen.stream()
                .collect(Collectors.groupingBy(UnrecordedFile::kind))
                .forEach((kind, files) -> unnamed.removeAll(named(insurer, kind, files)));
        if (unnamed.isEmpty()) {
            return;
        }
        String first = unnamed.get(0).name();
        Recovery recovery = recoveries.openOnce(insurer, first, clock.instant());
        LOG.warn("{} of {} is known by no record", first, insurer);
        unnamed.forEach(file -> unrecordedFiles.report(recovery, file));
    }

    private List<UnrecordedFile> named(InsurerCode insurer, UnrecordedFile.Kind kind, List<UnrecordedFile> files) {
        Set<String> names = unrecordedFiles.findReported(
                insurer, kind, files.stream().map(UnrecordedFile::name).toList());
        return files.stream().filter(file -> names.contains(file.name())).toList();
    }
}
