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
import jinbo.participant.insurer.Insurers;
import jinbo.registry.inbound.InboundFile;
import jinbo.registry.inbound.InboundFiles;
import org.springframework.stereotype.Component;

/** Runs {@code collect-uploads} for many insurers; a bad file or an unreachable drop does not affect the others. */
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
        Insurers insurers,
        Recoveries recoveries,
        RemainingRecoveryWork remainingRecoveryWork,
        DiscoverUploads discoverUploads,
        Quarantine quarantine,
        StopRequest stop) {

    /**
     * Fetches uploads of active insurers and finishes those of earlier runs. Uploads of an insurer that has left are
     * finished, because their registrations count from the time of receipt. Uploads of a suspended insurer wait for
     * their verdict.
     */
    public CollectReport run(List<Insurer> only) {
        return CollectReport.each(perInsurerExecutor, only, settings.insurersAtATime(), this::collectFrom);
    }

    /** Finishes one held file after an operator's decision. */
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

    /** Reads the insurer again, because its status or its drop may have changed since the run began. */
    private CollectReport collectFrom(Insurer insurerBefore) {
        Insurer insurer = insurers.get(insurerBefore.code());
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
        scanForUnrecordedFiles.scan(code, drop).forEach(archiveUpload::record);
        if (insurer.isActive()) {
            announceCertificates.announce(insurer, drop).ifPresent(problems::add);
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
