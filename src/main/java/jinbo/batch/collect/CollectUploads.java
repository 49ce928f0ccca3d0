package jinbo.batch.collect;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import jinbo.batch.Drops;
import jinbo.batch.PartnerCertificates;
import jinbo.batch.PerInsurerExecutor;
import jinbo.batch.Remark;
import jinbo.batch.SealToSpool.NoCertificateException;
import jinbo.batch.SpoolException;
import jinbo.batch.StopRequest;
import jinbo.batch.collect.DiscoverUploads.Discovery;
import jinbo.batch.keyrollover.AnnounceCertificates;
import jinbo.batch.recovery.Recoveries;
import jinbo.batch.recovery.RemainingRecoveryWork;
import jinbo.batch.recovery.ScanForUnrecordedFiles;
import jinbo.exchange.sftp.DropSession;
import jinbo.participant.insurer.Insurer;
import jinbo.participant.insurer.InsurerCode;
import jinbo.registry.inbound.InboundFile;
import jinbo.registry.inbound.InboundFiles;
import org.springframework.stereotype.Component;

/** A run of {@code collect-uploads}: one bad file, or one drop that is down, stops nobody else's. */
@Component
public record CollectUploads(
        PerInsurerExecutor perInsurerExecutor,
        Drops drops,
        InboundFiles inbound,
        FinishFile finishFile,
        PartnerCertificates certificates,
        CollectSettings settings,
        ScanForUnrecordedFiles scanForUnrecordedFiles,
        RecordArchived recordArchived,
        AnnounceCertificates announceCertificates,
        Recoveries recoveries,
        RemainingRecoveryWork remainingRecoveryWork,
        DiscoverUploads discoverUploads,
        Quarantine quarantine,
        StopRequest stop) {

    /**
     * Runs once. From insurers that are suspended or have left nothing is fetched. Files that had been received
     * before an insurer left are brought to their end, because a consumer's block counts from the day of receipt,
     * whatever became of the insurer since; those of a suspended one that have no verdict wait until it is resumed.
     *
     * @param only the insurers to work for, in this order
     */
    public CollectReport run(List<Insurer> only) {
        return each(only, settings.insurersAtATime(), this::collectFrom);
    }

    /** Brings one file to its end after an operator's decision, and takes nothing new in. */
    CollectReport finish(InboundFile file, Insurer of) {
        return each(
                List.of(of),
                1,
                insurer -> drops.with(insurer, drop -> {
                    FinishFile.Finished finished = finishFile.finishEach(List.of(file));
                    return new CollectReport(List.of(inbound.get(file.id())), finished.problems());
                }));
    }

    private CollectReport each(List<Insurer> insurers, int atATime, Function<Insurer, CollectReport> work) {
        return perInsurerExecutor
                .of(insurers, atATime, work, (insurer, what) -> CollectReport.problem(insurer.code(), what))
                .stream()
                .reduce(CollectReport.NOTHING, CollectReport::and);
    }

    private CollectReport collectFrom(Insurer insurer) {
        if (!insurer.isActive() && inbound.unfinished(insurer.code()).stream().allMatch(finishFile::waits)) {
            return CollectReport.NOTHING;
        }
        if (certificates.recipientsOf(insurer.code()).isEmpty()) {
            return CollectReport.problem(insurer.code(), NoCertificateException.message(insurer.code()));
        }
        return drops.with(insurer, drop -> collectFromDrop(insurer, drop));
    }

    /**
     * Collects from the drop of one insurer, whose lease the caller holds: the drop is searched for what no record
     * knows, certificates of our own that are due are announced, what earlier runs left is finished, then what is new
     * is fetched and ingested, file by file in the order of the names.
     */
    private CollectReport collectFromDrop(Insurer insurer, DropSession drop) {
        InsurerCode code = insurer.code();
        List<Remark> problems = new ArrayList<>();
        scanForUnrecordedFiles.look(code, drop).forEach(recordArchived::record);
        if (insurer.isActive()) {
            announceCertificates.to(insurer, drop).ifPresent(problems::add);
        }
        FinishFile.Finished left = finishFile.finishEach(inbound.unfinished(code));
        problems.addAll(left.problems());
        Set<Long> taken = new LinkedHashSet<>(ids(left));
        if (left.toTheEnd() && insurer.isActive()) {
            Discovery discovery = discoverUploads.discover(insurer, drop);
            FinishFile.Finished arrived = finishFile.finishEach(discovery.arrived());
            problems.addAll(arrived.problems());
            taken.addAll(ids(arrived));
            discovery.left().forEach(what -> problems.add(new Remark(code, what)));
        }
        fullQuarantine(code).ifPresent(what -> problems.add(new Remark(code, what)));
        if (stop.isRequested()) {
            problems.add(new Remark(code, StopRequest.STOPPED));
        }
        recoveries.open().ifPresent(open -> problems.addAll(remainingRecoveryWork.of(open, code)));
        return new CollectReport(taken.stream().map(inbound::get).toList(), problems);
    }

    private static List<Long> ids(FinishFile.Finished finished) {
        return finished.taken().stream().map(InboundFile::id).toList();
    }

    private Optional<String> fullQuarantine(InsurerCode insurer) {
        try {
            return quarantine.full(insurer);
        } catch (IOException e) {
            throw new SpoolException("look through", "the quarantine of " + insurer, e);
        }
    }
}
