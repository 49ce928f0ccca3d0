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
class NameLost {

    private static final Logger LOG = LoggerFactory.getLogger(NameLost.class);

    private final Restorations restorations;
    private final LostFiles lostFiles;
    private final Clock clock;

    NameLost(Restorations restorations, LostFiles lostFiles, Clock clock) {
        this.restorations = restorations;
        this.lostFiles = lostFiles;
        this.clock = clock;
    }

    void name(InsurerCode insurer, List<LostFile> seen) {
        List<LostFile> unnamed = new ArrayList<>(seen);
        seen.stream()
                .collect(Collectors.groupingBy(LostFile::kind))
                .forEach((kind, files) -> unnamed.removeAll(named(insurer, kind, files)));
        if (unnamed.isEmpty()) {
            return;
        }
        String first = unnamed.get(0).name();
        Restoration restoration = restorations.notice(insurer, first, clock.instant());
        LOG.warn("{} of {} is known by no record", first, insurer);
        unnamed.forEach(file -> lostFiles.name(restoration, file));
    }

    private List<LostFile> named(InsurerCode insurer, LostKind kind, List<LostFile> files) {
        Set<String> names = lostFiles.named(
                insurer, kind, files.stream().map(LostFile::name).toList());
        return files.stream().filter(file -> names.contains(file.name())).toList();
    }
}
