package jinbo.batch.collect;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jinbo.accesslog.Actor;
import jinbo.batch.BatchError;
import jinbo.batch.BatchException;
import jinbo.batch.Drops;
import jinbo.batch.PerInsurerExecutor;
import jinbo.batch.Remark;
import jinbo.batch.Spool;
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

/**
 * Takes the uploads in again that a restore has lost, on an operator's order: they are fetched from {@code archive/}, judged like
 * any, and answered under names that were not given before.
 */
@Component
public record ReingestUploads(
        PerInsurerExecutor perInsurerExecutor,
        Drops drops,
        ScanForUnrecordedFiles scanForUnrecordedFiles,
        RecordArchived recordArchived,
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

    /**
     * Ingests again what the open recovery has lost, in the order in which it had come.
     *
     * @throws BatchException if the reason cannot be kept
     */
    public CollectReport reingest(List<Insurer> from, String reason, Actor by) {
        Order order = new Order(new Reason(reason), by);
        return each(from, (insurer, drop, soFar) -> all(insurer.code(), drop, order, soFar));
    }

    /**
     * Takes one upload in again; one that had been given up, too.
     *
     * @param nameOrStem its name in {@code archive/}, or the stem of all that have it
     * @throws BatchException if no upload of these insurers that was lost and is not recorded again has that name
     */
    public CollectReport reingest(List<Insurer> from, String nameOrStem, String reason, Actor by) {
        Order order = new Order(new Reason(reason), by);
        for (Insurer insurer : from) {
            List<UnrecordedFile> upTo = upTo(nameOrStem, insurer.code());
            if (!upTo.isEmpty()) {
                return each(List.of(insurer), (any, drop, soFar) -> some(upTo, drop, order, soFar));
            }
        }
        throw new BatchException(BatchError.NOT_LOST);
    }

    /** The upload, and before it those of the same stem that came earlier: the second of a name is refused for the first. */
    private List<UnrecordedFile> upTo(String nameOrStem, InsurerCode insurer) {
        String stem = ArchivedFileName.parse(insurer, nameOrStem)
                .map(ArchivedFileName::stem)
                .orElse(nameOrStem);
        List<UnrecordedFile> left = uploadRecoveryStates.findUnrecorded(insurer, stem);
        List<String> names = left.stream().map(UnrecordedFile::name).toList();
        return stem.equals(nameOrStem) ? left : left.subList(0, names.indexOf(nameOrStem) + 1);
    }

    private void all(InsurerCode insurer, DropSession drop, Order order, SoFar soFar) {
        scanForUnrecordedFiles.look(insurer, drop).forEach(recordArchived::record);
        copies(insurer, drop, soFar);
        Optional<Recovery> open = recoveries.open();
        Optional<UnrecordedFile> last = Optional.empty();
        while (open.isPresent()) {
            List<UnrecordedFile> page =
                    unrecordedFiles.page(open.get(), insurer, UnrecordedFile.Kind.UPLOAD, last, PAGE);
            if (page.isEmpty()) {
                break;
            }
            some(
                    page.stream()
                            .filter(upload -> uploadRecoveryStates.of(upload) == UploadRecoveryStates.State.LOST)
                            .toList(),
                    drop,
                    order,
                    soFar);
            last = Optional.of(page.get(page.size() - 1));
        }
    }

    private void copies(InsurerCode insurer, DropSession drop, SoFar soFar) {
        Copies copies = refetchMissing(insurer, drop);
        copies.back().forEach(file -> finish(file, soFar));
        copies.missing().forEach(file -> soFar.problems().add(notThere(insurer, file.shownName())));
    }

    private void some(List<UnrecordedFile> uploads, DropSession drop, Order order, SoFar soFar) {
        for (UnrecordedFile upload : uploads) {
            fetchFromArchive
                    .again(upload, drop, order.reason(), order.by())
                    .ifPresentOrElse(
                            file -> finish(file, soFar),
                            () -> soFar.problems().add(notThere(upload.insurer(), upload.name())));
        }
    }

    private void finish(InboundFile file, SoFar soFar) {
        if (finishFile.waits(file)) {
            soFar.problems().add(new Remark(file.insurer(), file.shownName() + " waits: its insurer is suspended"));
            return;
        }
        finishFile.finish(file).ifPresent(cause -> {
            LOG.warn("{} could not be finished", file.shownName(), cause);
            soFar.problems().add(new Remark(file.insurer(), file.shownName() + ": " + FailureMessages.cause(cause)));
        });
        soFar.done().add(inbound.get(file.id()));
    }

    private CollectReport each(List<Insurer> from, Work work) {
        return perInsurerExecutor
                .of(
                        from,
                        settings.insurersAtATime(),
                        insurer -> drops.with(insurer, drop -> untilThereIsNoRoom(insurer, drop, work)),
                        (insurer, what) -> CollectReport.problem(insurer.code(), what))
                .stream()
                .reduce(CollectReport.NOTHING, CollectReport::and);
    }

    /** A file that finds no room is the last one: those behind it may depend on it. */
    private static CollectReport untilThereIsNoRoom(Insurer insurer, DropSession drop, Work work) {
        SoFar soFar = new SoFar(new ArrayList<>(), new ArrayList<>());
        try {
            work.on(insurer, drop, soFar);
        } catch (NotEnoughDiskSpaceException e) {
            soFar.problems().add(new Remark(insurer.code(), e.getMessage()));
        }
        return new CollectReport(soFar.done(), soFar.problems());
    }

    private static Remark notThere(InsurerCode insurer, String name) {
        return new Remark(
                insurer,
                name + " in archive/ is missing or has changed; ask the insurer to send it again under a new"
                        + " name, and end the recovery with \"recovery settle --force\"");
    }

    /**
     * Brings back our copies of recorded files that are still needed and that the spool has lost: without them a file
     * that waits for its verdict, or for an operator, could never be read. @throws NotEnoughDiskSpaceException if one
     * of them would leave too little room on a disk; those before it lie in the spool
     */
    private Copies refetchMissing(InsurerCode insurer, DropSession drop) {
        List<InboundFile> gone = Stream.concat(
                        inbound.unfinished(insurer).stream(),
                        inbound.held().stream().filter(file -> file.insurer().equals(insurer)))
                .filter(this::isMissed)
                .distinct()
                .toList();
        List<InboundFile> back = gone.stream()
                .filter(file -> fetchFromArchive.copyOf(file, drop))
                .toList();
        return new Copies(
                back, gone.stream().filter(file -> !back.contains(file)).toList());
    }

    private boolean isMissed(InboundFile file) {
        boolean judged = file.verdict()
                .filter(verdict -> verdict.status() != ReceiptStatus.HELD)
                .isPresent();
        return file.archived() && !judged && file.fetched() && !Files.exists(spool.upload(file.id()));
    }

    @FunctionalInterface
    private interface Work {
        void on(Insurer insurer, DropSession drop, SoFar soFar);
    }

    private record SoFar(List<InboundFile> done, List<Remark> problems) {}

    private record Order(Reason reason, Actor by) {}

    /**
     * @param back files whose copy lies in the spool again
     * @param missing files of which the bytes that were recorded are nowhere to be had
     */
    record Copies(List<InboundFile> back, List<InboundFile> missing) {}
}
