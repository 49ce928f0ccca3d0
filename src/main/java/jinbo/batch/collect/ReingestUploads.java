package jinbo.batch.collect;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import jinbo.accesslog.Actor;
import jinbo.batch.BatchError;
import jinbo.batch.BatchException;
import jinbo.batch.Drops;
import jinbo.batch.PerInsurerExecutor;
import jinbo.batch.Remark;
import jinbo.batch.Spool;
import jinbo.batch.collect.DiskSpaceReservations.NotEnoughDiskSpaceException;
import jinbo.batch.recovery.Recoveries;
import jinbo.batch.recovery.Recovery;
import jinbo.batch.recovery.ScanForUnrecordedFiles;
import jinbo.batch.recovery.UnrecordedFile;
import jinbo.batch.recovery.UnrecordedFiles;
import jinbo.batch.recovery.UploadRecoveryStates;
import jinbo.exchange.format.InboundFileName.ArchivedFileName;
import jinbo.exchange.format.ReceiptStatus;
import jinbo.exchange.sftp.DropSession;
import jinbo.participant.insurer.Insurer;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.operation.Reason;
import jinbo.platform.error.FailureMessages;
import jinbo.registry.inbound.InboundFile;
import jinbo.registry.inbound.InboundFiles;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Ingests uploads again that a restore of the database has lost, from {@code archive/}; the answers get new names. */
@Component
public record ReingestUploads(
        PerInsurerExecutor perInsurerExecutor,
        Drops drops,
        ScanForUnrecordedFiles scanForUnrecordedFiles,
        ArchiveUpload archiveUpload,
        Recoveries recoveries,
        UnrecordedFiles unrecordedFiles,
        UploadRecoveryStates uploadRecoveryStates,
        FetchFromArchive fetchFromArchive,
        InboundFiles inbound,
        FinishFile finishFile,
        CollectSettings settings,
        Spool spool) {

    private static final Logger LOG = LoggerFactory.getLogger(ReingestUploads.class);
    private static final int PAGE = 100;

    /** Ingests all lost uploads of the open recovery, in the order of receipt. */
    public CollectReport reingest(List<Insurer> from, String reason, Actor by) {
        Order order = new Order(new Reason(reason), by);
        return each(from, (insurer, drop, results) -> reingestAll(insurer.code(), drop, order, results));
    }

    /**
     * Ingests a lost upload again, also after the recovery has ended.
     *
     * @param nameOrStem a name in {@code archive/}, or a stem for all uploads that have it
     * @throws BatchException if these insurers have no such upload that is still lost
     */
    public CollectReport reingest(List<Insurer> from, String nameOrStem, String reason, Actor by) {
        Order order = new Order(new Reason(reason), by);
        for (Insurer insurer : from) {
            List<UnrecordedFile> uploads = findUpTo(nameOrStem, insurer.code());
            if (!uploads.isEmpty()) {
                return each(List.of(insurer), (any, drop, results) -> reingestEach(uploads, drop, order, results));
            }
        }
        throw new BatchException(BatchError.NOT_LOST);
    }

    /** Includes earlier uploads with the same stem, because only the first of them is accepted. */
    private List<UnrecordedFile> findUpTo(String nameOrStem, InsurerCode insurer) {
        String stem = ArchivedFileName.parse(insurer, nameOrStem)
                .map(ArchivedFileName::stem)
                .orElse(nameOrStem);
        List<UnrecordedFile> left = uploadRecoveryStates.findUnrecorded(insurer, stem);
        List<String> names = left.stream().map(UnrecordedFile::name).toList();
        return stem.equals(nameOrStem) ? left : left.subList(0, names.indexOf(nameOrStem) + 1);
    }

    private void reingestAll(InsurerCode insurer, DropSession drop, Order order, Results results) {
        scanForUnrecordedFiles.scan(insurer, drop).forEach(archiveUpload::record);
        restoreCopies(insurer, drop, results);
        Optional<Recovery> open = recoveries.open();
        Optional<UnrecordedFile> last = Optional.empty();
        while (open.isPresent()) {
            List<UnrecordedFile> page =
                    unrecordedFiles.page(open.get(), insurer, UnrecordedFile.Kind.UPLOAD, last, PAGE);
            if (page.isEmpty()) {
                break;
            }
            reingestEach(page, drop, order, results);
            last = Optional.of(page.get(page.size() - 1));
        }
    }

    /** Needs the insurer's lease. Skips uploads that another process has ingested meanwhile. */
    private void reingestEach(List<UnrecordedFile> uploads, DropSession drop, Order order, Results results) {
        for (UnrecordedFile upload : uploads) {
            if (uploadRecoveryStates.of(upload) != UploadRecoveryStates.State.LOST) {
                continue;
            }
            fetchFromArchive
                    .refetch(upload, drop, order.reason(), order.by())
                    .ifPresentOrElse(
                            file -> finish(file, results),
                            () -> results.problems().add(missingRemark(upload.insurer(), upload.name())));
        }
    }

    private void finish(InboundFile file, Results results) {
        if (finishFile.waitsForResumption(file)) {
            results.problems().add(new Remark(file.insurer(), file.shownName() + " waits: its insurer is suspended"));
            return;
        }
        finishFile.finish(file).ifPresent(cause -> {
            LOG.warn("{} could not be finished", file.shownName(), cause);
            results.problems().add(new Remark(file.insurer(), file.shownName() + ": " + FailureMessages.cause(cause)));
        });
        results.done().add(inbound.get(file.id()));
    }

    private CollectReport each(List<Insurer> from, Work work) {
        return CollectReport.each(
                perInsurerExecutor,
                from,
                settings.insurersAtATime(),
                insurer -> drops.with(insurer, drop -> whileSpaceSuffices(insurer, drop, work)));
    }

    /** Stops at the first upload for which disk space is missing, because later ones may depend on it. */
    private static CollectReport whileSpaceSuffices(Insurer insurer, DropSession drop, Work work) {
        Results results = new Results(new ArrayList<>(), new ArrayList<>());
        try {
            work.on(insurer, drop, results);
        } catch (NotEnoughDiskSpaceException e) {
            results.problems().add(new Remark(insurer.code(), e.getMessage()));
        }
        return new CollectReport(results.done(), results.problems());
    }

    private static Remark missingRemark(InsurerCode insurer, String name) {
        return new Remark(
                insurer,
                name + " in archive/ is missing or has changed; ask the insurer to send it again under a new"
                        + " name, and end the recovery with \"recovery settle --force --reason TEXT\"");
    }

    /** Restores missing copies in the spool of uploads that wait for a verdict or an operator. */
    private void restoreCopies(InsurerCode insurer, DropSession drop, Results results) {
        Map<Boolean, List<InboundFile>> restored = DiscoverUploads.unfinishedOrHeld(inbound, insurer)
                .filter(this::isMissing)
                .collect(Collectors.partitioningBy(file -> fetchFromArchive.restoreCopy(file, drop)));
        restored.get(true).forEach(file -> finish(file, results));
        restored.get(false).forEach(file -> results.problems().add(missingRemark(insurer, file.shownName())));
    }

    private boolean isMissing(InboundFile file) {
        boolean isFinal = file.verdict()
                .filter(verdict -> verdict.status() != ReceiptStatus.HELD)
                .isPresent();
        return file.archived() && !isFinal && file.fetched() && !Files.exists(spool.upload(file.id()));
    }

    @FunctionalInterface
    private interface Work {
        void on(Insurer insurer, DropSession drop, Results results);
    }

    private record Results(List<InboundFile> done, List<Remark> problems) {}

    private record Order(Reason reason, Actor by) {}
}
