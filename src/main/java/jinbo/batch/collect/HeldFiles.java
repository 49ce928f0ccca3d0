package jinbo.batch.collect;

import java.time.Clock;
import java.util.List;
import jinbo.accesslog.Actor;
import jinbo.batch.BatchError;
import jinbo.batch.BatchException;
import jinbo.exchange.format.Finding;
import jinbo.participant.insurer.Insurers;
import jinbo.participant.operation.Reason;
import jinbo.registry.inbound.Findings;
import jinbo.registry.inbound.HeldDecision;
import jinbo.registry.inbound.HeldDecisions;
import jinbo.registry.inbound.InboundFile;
import jinbo.registry.inbound.InboundFiles;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** Lists and shows the held uploads, and carries out operators' decisions about them. */
@Component
public record HeldFiles(
        InboundFiles inbound,
        HeldDecisions decisions,
        Findings findings,
        Insurers insurers,
        CollectUploads collectUploads,
        Clock clock) {

    private static final int MAX_FINDINGS_SHOWN = 200;

    public List<InboundFile> list() {
        return inbound.held();
    }

    /** @throws BatchException if the file is not waiting for a decision */
    public InboundFile get(String nameOrStem) {
        return list().stream()
                .filter(file ->
                        file.shownName().equals(nameOrStem) || file.stem().equals(nameOrStem))
                .findFirst()
                .orElseThrow(this::notHeld);
    }

    public List<Finding> firstFindings(InboundFile file) {
        return findings.first(file.id(), MAX_FINDINGS_SHOWN);
    }

    /** @throws BatchException if the file is not waiting for a decision */
    public CollectReport decide(String nameOrStem, HeldDecision.Kind kind, Reason reason, Actor by) {
        InboundFile file = get(nameOrStem);
        try {
            decisions.record(
                    new HeldDecision(file.id(), file.verdictCount() + 1, kind, reason.text(), by, clock.instant()));
        } catch (DuplicateKeyException somebodyWasFaster) {
            throw notHeld();
        }
        return collectUploads.finish(file, insurers.get(file.insurer()));
    }

    private BatchException notHeld() {
        List<String> held = list().stream().map(InboundFile::shownName).toList();
        return held.isEmpty()
                ? new BatchException(BatchError.NOTHING_HELD)
                : new BatchException(BatchError.NOT_HELD, held);
    }
}
