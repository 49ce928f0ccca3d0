package jinbo.job.collect;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jinbo.crashpoint.CrashPoint;
import jinbo.crashpoint.CrashPoints;
import jinbo.drop.DropRefusedException;
import jinbo.drop.DropSession;
import jinbo.drop.FetchOutcome;
import jinbo.drop.Settled;
import jinbo.drop.Sighting;
import jinbo.drop.WaitUntilWhole;
import jinbo.exchange.InboundName;
import jinbo.inbound.InboundFile;
import jinbo.inbound.InboundFiles;
import jinbo.insurer.Insurer;
import jinbo.job.Progress;
import jinbo.job.Spool;
import jinbo.job.SpoolException;
import jinbo.workday.BusinessTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Looks for new files in a drop's {@code upload/}, fetches those that are whole into the spool, and records each once.
 *
 * <p>A file that is recorded and not archived yet is not new: an earlier run was cut short.
 */
@Component
class DiscoverUploads {

    private static final Logger LOG = LoggerFactory.getLogger(DiscoverUploads.class);

    private final WaitUntilWhole waitUntilWhole;
    private final InboundFiles inbound;
    private final Spool spool;
    private final Clock clock;
    private final CollectSettings settings;
    private final Progress progress;
    private final CrashPoints crashPoints;

    DiscoverUploads(
            WaitUntilWhole waitUntilWhole,
            InboundFiles inbound,
            Spool spool,
            Clock clock,
            CollectSettings settings,
            Progress progress,
            CrashPoints crashPoints) {
        this.waitUntilWhole = waitUntilWhole;
        this.inbound = inbound;
        this.spool = spool;
        this.clock = clock;
        this.settings = settings;
        this.progress = progress;
        this.crashPoints = crashPoints;
    }

    Discovery discover(Insurer insurer, DropSession drop) {
        Settled settled = waitUntilWhole.on(drop);
        List<InboundFile> arrived = new ArrayList<>();
        int changing = settled.changing().size();
        int refused = 0;
        for (Sighting sighting : settled.whole()) {
            if (inbound.unarchived(insurer.code(), sighting.name()).isEmpty()) {
                try {
                    Optional<InboundFile> fetched = fetch(insurer, drop, sighting);
                    fetched.ifPresent(arrived::add);
                    changing += fetched.isPresent() ? 0 : 1;
                } catch (DropRefusedException e) {
                    LOG.warn("A file of {} cannot be fetched", insurer.code(), e);
                    refused++;
                }
            }
        }
        return new Discovery(arrived, changing, refused, settled.strange(), settled.beyond());
    }

    private Optional<InboundFile> fetch(Insurer insurer, DropSession drop, Sighting sighting) {
        long id = inbound.nextId();
        Path target = spool.upload(id);
        try {
            FetchOutcome outcome = drop.fetch(
                    sighting,
                    target,
                    settings.limits().sealedSize().toBytes(),
                    progress.of(shownName(insurer, sighting), sighting.size()));
            if (outcome instanceof FetchOutcome.Fetched fetched) {
                crashPoints.reach(CrashPoint.FETCHED);
                return Optional.of(record(id, insurer, sighting, fetched.size(), fetched.sha256()));
            }
            if (outcome instanceof FetchOutcome.TooLarge) {
                return Optional.of(record(id, insurer, sighting, sighting.size(), InboundFile.SHA256_OF_NOTHING));
            }
            spool.clear(id);
            return Optional.empty();
        } catch (IOException e) {
            throw new SpoolException("write", "an upload of " + insurer.code(), e);
        }
    }

    private InboundFile record(long id, Insurer insurer, Sighting sighting, long size, String sha256) {
        return inbound.record(id, NamedArrival.of(insurer.code(), sighting, size, sha256, clock.instant()));
    }

    /** A name that is not one of the exchange's may hold anything, a number too. */
    private String shownName(Insurer insurer, Sighting sighting) {
        return InboundName.parse(sighting.name(), insurer.code(), BusinessTime.dateOf(clock.instant()))
                        instanceof InboundName.Valid
                ? sighting.name()
                : insurer.code() + "/upload";
    }
}
