package jinbo.batch.recovery;

import java.time.Instant;
import java.util.Optional;
import jinbo.accesslog.LogAlarms;
import jinbo.batch.HighestSentSequence;
import jinbo.participant.insurer.Insurer;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.insurer.Insurers;
import jinbo.registry.blocklist.BlockLists;
import jinbo.registry.inbound.InboundFiles;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Looks for more evidence of a restore: files on one drop alone do not stop the lists of all insurers. */
@Component
record FindRestoreEvidence(
        Recoveries recoveries,
        UnrecordedFiles unrecordedFiles,
        Insurers insurers,
        HighestSentSequence highestSentSequence,
        BlockLists lists,
        LogAlarms alarms,
        InboundFiles inbound) {

    private static final Logger LOG = LoggerFactory.getLogger(FindRestoreEvidence.class);

    /** Returns the open recovery, with the evidence that was found so far. */
    Optional<Recovery> open() {
        Optional<Recovery> open = recoveries.open();
        Optional<Recovery.Evidence> found =
                open.filter(any -> any.corroboration().isEmpty()).flatMap(this::find);
        if (open.isEmpty() || found.isEmpty()) {
            return open;
        }
        LOG.warn(
                "The database is older than files that have been sent: {} of {}, and {}",
                open.get().seen(),
                open.get().insurer(),
                found.get());
        recoveries.corroborate(open.get(), found.get());
        return recoveries.open();
    }

    private Optional<Recovery.Evidence> find(Recovery open) {
        Instant since = recoveries.lastSettledAt().orElse(Instant.EPOCH);
        if (insurers.all().stream().map(Insurer::code).anyMatch(this::isNewerInSpool)) {
            return Optional.of(Recovery.Evidence.SPOOL);
        }
        if (unrecordedFiles.hasSeveralInsurers(open)) {
            return Optional.of(Recovery.Evidence.SECOND_DROP);
        }
        if (alarms.hasDivergedSince(since)) {
            return Optional.of(Recovery.Evidence.CHECKPOINT);
        }
        Instant lastList = lists.last(open.insurer())
                .map(list -> list.manifest().asOf())
                .filter(since::isBefore)
                .orElse(since);
        return inbound.isUnknownListAcknowledged(open.insurer(), lastList)
                ? Optional.of(Recovery.Evidence.ACKNOWLEDGEMENT)
                : Optional.empty();
    }

    private boolean isNewerInSpool(InsurerCode insurer) {
        return highestSentSequence.find(insurer).orElse(0)
                >= lists.next(insurer).sequence();
    }
}
