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

/** Looks for what else shows that the database is older, before files on one insurer's drop stop the lists of all. */
@Component
class FindRestoreEvidence {

    private static final Logger LOG = LoggerFactory.getLogger(FindRestoreEvidence.class);

    private final Recoveries restorations;
    private final UnrecordedFiles lostFiles;
    private final Insurers insurers;
    private final HighestSentSequence highestSent;
    private final BlockLists lists;
    private final LogAlarms alarms;
    private final InboundFiles inbound;

    FindRestoreEvidence(
            Recoveries restorations,
            UnrecordedFiles lostFiles,
            Insurers insurers,
            HighestSentSequence highestSent,
            BlockLists lists,
            LogAlarms alarms,
            InboundFiles inbound) {
        this.restorations = restorations;
        this.lostFiles = lostFiles;
        this.insurers = insurers;
        this.highestSent = highestSent;
        this.lists = lists;
        this.alarms = alarms;
        this.inbound = inbound;
    }

    /** The restoration that is open, with what corroborates it by now. */
    Optional<Recovery> open() {
        Optional<Recovery> open = restorations.open();
        Optional<RestoreEvidence> found =
                open.filter(any -> any.corroboration().isEmpty()).flatMap(this::find);
        if (open.isEmpty() || found.isEmpty()) {
            return open;
        }
        LOG.warn(
                "The database is older than what has left: {} of {}, and {}",
                open.get().seen(),
                open.get().insurer(),
                found.get());
        restorations.corroborate(open.get(), found.get());
        return restorations.open();
    }

    private Optional<RestoreEvidence> find(Recovery open) {
        Instant since = restorations.lastSettledAt().orElse(Instant.EPOCH);
        if (insurers.all().stream().map(Insurer::code).anyMatch(this::isNewerInSpool)) {
            return Optional.of(RestoreEvidence.SPOOL);
        }
        if (lostFiles.areOfSeveral(open)) {
            return Optional.of(RestoreEvidence.SECOND_DROP);
        }
        if (alarms.hasBeenTurnedBackSince(since)) {
            return Optional.of(RestoreEvidence.CHECKPOINT);
        }
        return inbound.isUnknownListAcknowledged(open.insurer(), since)
                ? Optional.of(RestoreEvidence.ACKNOWLEDGEMENT)
                : Optional.empty();
    }

    private boolean isNewerInSpool(InsurerCode insurer) {
        return highestSent.of(insurer).orElse(0) >= lists.next(insurer).sequence();
    }
}
