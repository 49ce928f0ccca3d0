package jinbo.batch.recovery;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jinbo.exchange.format.AnswerNames;
import jinbo.exchange.format.BlockListName;
import jinbo.exchange.format.ManifestName;
import jinbo.exchange.sftp.DropFolder;
import jinbo.exchange.sftp.DropSession;
import jinbo.exchange.sftp.Sighting;
import jinbo.participant.insurer.InsurerCode;
import jinbo.registry.blocklist.BlockLists;
import jinbo.registry.inbound.Answers;
import org.springframework.stereotype.Component;

/**
 * Looks for answers and lists in {@code download/} that no record knows. Both are recorded before their first byte leaves, so
 * what lies there unrecorded is later than the record.
 */
@Component
class LookAtDownload {

    private final Answers answers;
    private final BlockLists lists;
    private final NameLost nameLost;

    LookAtDownload(Answers answers, BlockLists lists, NameLost nameLost) {
        this.answers = answers;
        this.lists = lists;
        this.nameLost = nameLost;
    }

    void look(InsurerCode insurer, DropSession drop) {
        InBatches.of(drop, DropFolder.DOWNLOAD, batch -> nameLost.name(insurer, unknown(insurer, batch)));
    }

    private List<LostFile> unknown(InsurerCode insurer, List<Sighting> batch) {
        Set<String> known =
                answers.named(insurer, batch.stream().map(Sighting::name).toList());
        int next = lists.next(insurer).sequence();
        List<LostFile> unknown = new ArrayList<>();
        for (Sighting sighting : batch) {
            if (!known.contains(sighting.name())) {
                answer(insurer, sighting)
                        .or(() -> published(insurer, sighting, next))
                        .ifPresent(unknown::add);
            }
        }
        return unknown;
    }

    private static Optional<LostFile> answer(InsurerCode insurer, Sighting sighting) {
        return AnswerNames.parse(insurer, sighting.name())
                .map(answer -> LostFile.answer(
                        insurer, sighting.name(), sighting.size(), sighting.modified(), answer.stem(), answer.nth()));
    }

    private static Optional<LostFile> published(InsurerCode insurer, Sighting sighting, int next) {
        Optional<LostKind> list = BlockListName.parse(sighting.name())
                .filter(name -> name.insurer().equals(insurer) && name.sequence() >= next)
                .map(name -> LostKind.LIST);
        return list.or(() -> ManifestName.parse(sighting.name())
                        .filter(name -> name.insurer().equals(insurer) && name.sequence() >= next)
                        .map(name -> LostKind.MANIFEST))
                .map(kind -> LostFile.published(insurer, kind, sighting.name(), sighting.size(), sighting.modified()));
    }
}
