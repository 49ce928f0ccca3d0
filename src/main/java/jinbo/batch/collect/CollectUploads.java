package jinbo.batch.collect;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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

/** Runs {@code collect-uploads}; a bad file or an unreachable drop does not affect other insurers. */
@Component
public record CollectUploads(
        PerInsurerExecutor perInsurerExecutor,
        Drops drops,
        InboundFiles inbound,
        FinishFile finishFile,
        PartnerCertificates certificates,
        CollectSettings settings,
        ScanForUnrecordedFiles scanForUnrecordedFiles,
        ArchiveUpload archiveUpload,
        AnnounceCertificates announceCertificates,
        Recoveries recoveries,
        RemainingRecoveryWork remainingRecoveryWork,
        DiscoverUploads discoverUploads,
        Quarantine quarantine,
        StopRequest stop) {

    /**
     * Fetches from active insurers. Files received before an insurer left are still finished, because a block counts
     * from the day of receipt. Files of a suspended insurer without verdict wait.
     *
     * @param only the insurers, in processing order
     */
    public CollectReport run(List<Insurer> only) {
        return CollectReport.each(perInsurerExecutor, only, settings.insurersAtATime(), this::collectFrom);
    }

    /** Finishes one file after an operator's decision. */
    CollectReport finish(InboundFile file, Insurer of) {
        return CollectReport.each(
                perInsurerExecutor,
                List.of(of),
                1,
                insurer -> drops.with(insurer, drop -> {
                    FinishFile.Finished finished = finishFile.finishEach(List.of(file));
                    return new CollectReport(List.of(inbound.get(file.id())), finished.problems());
                }));
    }

    private CollectReport collectFrom(Insurer insurer) {
        if (!insurer.isActive()
                && inbound.unfinished(insurer.code()).stream().allMatch(finishFile::waitsForResumption)) {
            return CollectReport.NOTHING;
        }
        if (certificates.recipientsOf(insurer.code()).isEmpty()) {
            return CollectReport.problem(insurer.code(), NoCertificateException.message(insurer.code()));
        }
        return drops.with(insurer, drop -> collectFromDrop(insurer, drop));
    }

    /** Needs the insurer's lease. Finishes the files of earlier runs before it fetches new ones. */
    private CollectReport collectFromDrop(Insurer insurer, DropSession drop) {
        InsurerCode code = insurer.code();
        List<Remark> problems = new ArrayList<>();
        scanForUnrecordedFiles.look(code, drop).forEach(archiveUpload::record);
        if (insurer.isActive()) {
            announceCertificates.to(insurer, drop).ifPresent(problems::add);
        }
        FinishFile.Finished left = finishFile.finishEach(inbound.unfinished(code));
        problems.addAll(left.problems());
        Set<Long> taken = new LinkedHashSet<>(ids(left));
        if (left.mayContinue() && insurer.isActive()) {
            Discovery discovery = discoverUploads.discover(insurer, drop);
            FinishFile.Finished arrived = finishFile.finishEach(discovery.arrived());
            problems.addAll(arrived.problems());
            taken.addAll(ids(arrived));
            discovery.left().forEach(what -> problems.add(new Remark(code, what)));
        }
        quarantineWarning(code).ifPresent(what -> problems.add(new Remark(code, what)));
        if (stop.isRequested()) {
            problems.add(new Remark(code, StopRequest.STOPPED));
        }
        recoveries.open().ifPresent(open -> problems.addAll(remainingRecoveryWork.of(open, code)));
        return new CollectReport(taken.stream().map(inbound::get).toList(), problems);
    }

    private static List<Long> ids(FinishFile.Finished finished) {
        return finished.taken().stream().map(InboundFile::id).toList();
    }

    private Optional<String> quarantineWarning(InsurerCode insurer) {
        try {
            return quarantine.fullWarning(insurer);
        } catch (IOException e) {
            throw new SpoolException("look through", "the quarantine of " + insurer, e);
        }
    }
}
