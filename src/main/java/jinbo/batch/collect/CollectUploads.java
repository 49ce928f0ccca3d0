package jinbo.batch.collect;

import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jinbo.batch.Drops;
import jinbo.batch.FailureMessages;
import jinbo.batch.LeaseLostException;
import jinbo.batch.NoCertificateException;
import jinbo.batch.PartnerCertificates;
import jinbo.batch.PerInsurerExecutor;
import jinbo.batch.Remark;
import jinbo.batch.SpoolException;
import jinbo.batch.StopRequest;
import jinbo.batch.keyrollover.AnnounceCertificates;
import jinbo.batch.recovery.Recoveries;
import jinbo.batch.recovery.RemainingRecoveryWork;
import jinbo.batch.recovery.ScanForUnrecordedFiles;
import jinbo.exchange.sftp.DropSession;
import jinbo.participant.insurer.Insurer;
import jinbo.participant.insurer.InsurerCode;
import jinbo.registry.inbound.InboundFile;
import jinbo.registry.inbound.InboundFiles;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * A run of {@code collect-uploads}: for each insurer, the drop is searched for what no record knows, certificates of our own
 * that are due are announced, what earlier runs left is finished, then what is new is fetched and ingested, file by file in the order of the names. One bad file, or one drop that is down, stops nobody else's.
 */
@Component
public class CollectUploads {

    private static final Logger LOG = LoggerFactory.getLogger(CollectUploads.class);

    private final PerInsurerExecutor perInsurerExecutor;
    private final Drops drops;
    private final ScanForUnrecordedFiles scanForUnrecordedFiles;
    private final RecordArchived recordArchived;
    private final AnnounceCertificates announceCertificates;
    private final Recoveries recoveries;
    private final RemainingRecoveryWork remainingRecoveryWork;
    private final DiscoverUploads discover;
    private final InboundFiles inbound;
    private final FinishFile finishFile;
    private final Quarantine quarantine;
    private final PartnerCertificates certificates;
    private final StopRequest stop;
    private final CollectSettings settings;
    private final Clock clock;

    CollectUploads(
            PerInsurerExecutor perInsurerExecutor,
            Drops drops,
            ScanForUnrecordedFiles scanForUnrecordedFiles,
            RecordArchived recordArchived,
            AnnounceCertificates announceCertificates,
            Recoveries recoveries,
            RemainingRecoveryWork remainingRecoveryWork,
            DiscoverUploads discover,
            InboundFiles inbound,
            FinishFile finishFile,
            Quarantine quarantine,
            PartnerCertificates certificates,
            StopRequest stop,
            CollectSettings settings,
            Clock clock) {
        this.perInsurerExecutor = perInsurerExecutor;
        this.drops = drops;
        this.scanForUnrecordedFiles = scanForUnrecordedFiles;
        this.recordArchived = recordArchived;
        this.announceCertificates = announceCertificates;
        this.recoveries = recoveries;
        this.remainingRecoveryWork = remainingRecoveryWork;
        this.discover = discover;
        this.inbound = inbound;
        this.finishFile = finishFile;
        this.quarantine = quarantine;
        this.certificates = certificates;
        this.stop = stop;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Runs once. From insurers that are suspended or have left nothing is fetched. Files that had been received
     * before an insurer left are brought to their end, because a consumer's block counts from the day of receipt,
     * whatever became of the insurer since; those of a suspended one that have no verdict wait until it is resumed.
     *
     * @param only the insurers to work for, in this order
     */
    public CollectReport run(List<Insurer> only) {
        List<CollectReport> reports =
                perInsurerExecutor.of(only, settings.insurersAtATime(), this::collectFrom, CollectUploads::problem);
        return reports.stream().reduce(CollectReport.NOTHING, CollectReport::and);
    }

    /** Brings one file to its end after an operator's decision, and takes nothing new in. */
    CollectReport finish(InboundFile file, Insurer of) {
        return perInsurerExecutor
                .of(
                        List.of(of),
                        1,
                        insurer -> drops.with(insurer, drop -> {
                            List<Remark> problems = new ArrayList<>();
                            finishEach(List.of(file), new LinkedHashMap<>(), problems);
                            return new CollectReport(List.of(inbound.get(file.id())), problems);
                        }),
                        CollectUploads::problem)
                .get(0);
    }

    private CollectReport collectFrom(Insurer insurer) {
        if (!insurer.isActive() && inbound.unfinished(insurer.code()).stream().allMatch(finishFile::waits)) {
            return new CollectReport(List.of(), List.of());
        }
        if (certificates.recipientsOf(insurer.code(), clock.instant()).isEmpty()) {
            return problem(insurer, NoCertificateException.message(insurer.code()));
        }
        return drops.with(insurer, drop -> collect(insurer, drop));
    }

    private CollectReport collect(Insurer insurer, DropSession drop) {
        Map<Long, InboundFile> taken = new LinkedHashMap<>();
        List<Remark> problems = new ArrayList<>();
        scanForUnrecordedFiles.look(insurer.code(), drop).forEach(recordArchived::record);
        if (insurer.isActive()) {
            announceCertificates.to(insurer, drop).ifPresent(problems::add);
        }
        boolean goesOn = finishEach(inbound.unfinished(insurer.code()), taken, problems);
        if (goesOn && insurer.isActive()) {
            Discovery discovery = discover.discover(insurer, drop);
            finishEach(discovery.arrived(), taken, problems);
            discovery.left().forEach(what -> problems.add(new Remark(insurer.code(), what)));
        }
        fullQuarantine(insurer.code()).ifPresent(what -> problems.add(new Remark(insurer.code(), what)));
        if (stop.isRequested()) {
            problems.add(new Remark(insurer.code(), StopRequest.STOPPED));
        }
        recoveries.open().ifPresent(open -> problems.addAll(remainingRecoveryWork.of(open, insurer.code())));
        List<InboundFile> now = taken.keySet().stream().map(inbound::get).toList();
        return new CollectReport(now, problems);
    }

    private Optional<String> fullQuarantine(InsurerCode insurer) {
        try {
            return quarantine.full(insurer);
        } catch (IOException e) {
            throw new SpoolException("look through", "the quarantine of " + insurer, e);
        }
    }

    /** Until the program is told to stop, or loses the lease; whether it may go on. */
    private boolean finishEach(List<InboundFile> files, Map<Long, InboundFile> taken, List<Remark> problems) {
        for (InboundFile file : files) {
            if (stop.isRequested()) {
                return false;
            }
            if (finishFile.waits(file)) {
                LOG.info("{} waits until {} is resumed", file.shownName(), file.insurer());
                continue;
            }
            taken.put(file.id(), file);
            Optional<Throwable> failure = finishFile.finish(file);
            if (failure.isPresent()) {
                LOG.warn("{} could not be finished", file.shownName(), failure.get());
                problems.add(
                        new Remark(file.insurer(), file.shownName() + ": " + FailureMessages.cause(failure.get())));
                if (failure.get() instanceof LeaseLostException) {
                    return false;
                }
            }
        }
        return true;
    }

    private static CollectReport problem(Insurer insurer, String what) {
        return new CollectReport(List.of(), List.of(new Remark(insurer.code(), what)));
    }
}
