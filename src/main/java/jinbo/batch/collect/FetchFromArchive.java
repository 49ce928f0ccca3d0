package jinbo.batch.collect;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import jinbo.accesslog.Actor;
import jinbo.batch.Fence;
import jinbo.batch.Progress;
import jinbo.batch.Spool;
import jinbo.batch.SpoolException;
import jinbo.batch.recovery.UnrecordedFile;
import jinbo.batch.recovery.UnrecordedFiles;
import jinbo.exchange.format.AnswerFileNames;
import jinbo.exchange.format.InboundFileName;
import jinbo.exchange.format.InboundFileName.ArchivedFileName;
import jinbo.exchange.sftp.DropFolder;
import jinbo.exchange.sftp.DropSession;
import jinbo.exchange.sftp.FetchOutcome;
import jinbo.exchange.sftp.FileSnapshot;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.operation.Reason;
import jinbo.platform.files.Sha256;
import jinbo.reference.calendar.BusinessTime;
import jinbo.registry.inbound.InboundFile;
import jinbo.registry.inbound.InboundFiles;
import jinbo.registry.inbound.InboundFiles.FetchedFile;
import jinbo.registry.inbound.PendingFetches;
import jinbo.registry.inbound.ReingestDecision;
import jinbo.registry.inbound.ReingestDecisions;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Fetches uploads from {@code archive/}, where they stay, after a restore of the database. */
@Component
record FetchFromArchive(
        InboundFiles inbound,
        PendingFetches pendingFetches,
        ReingestDecisions reingestDecisions,
        UnrecordedFiles unrecordedFiles,
        Spool spool,
        DiskSpaceReservations room,
        Progress progress,
        CollectSettings settings,
        TransactionTemplate transaction,
        Fence fence,
        Clock clock) {

    /** Fetches and records an upload that a restore has lost; empty if it has changed or left {@code archive/}. */
    Optional<InboundFile> refetch(UnrecordedFile upload, DropSession drop, Reason reason, Actor by) {
        return room.with(upload.name(), settings.bytesToFetch(upload.size()), () -> fetch(upload, drop, reason, by));
    }

    private Optional<InboundFile> fetch(UnrecordedFile upload, DropSession drop, Reason reason, Actor by) {
        long id = pendingFetches.nextId();
        fence.record(() -> pendingFetches.begin(id, upload.insurer()));
        FileSnapshot fileSnapshot = new FileSnapshot(upload.name(), upload.size(), upload.modified());
        FetchOutcome outcome = fetch(drop, fileSnapshot, spool.upload(id));
        if (outcome instanceof FetchOutcome.Fetched fetched) {
            return Optional.of(record(id, upload, fetched.sha256(), reason, by));
        }
        if (outcome instanceof FetchOutcome.TooLarge) {
            return Optional.of(record(id, upload, Sha256.OF_NOTHING, reason, by));
        }
        clear(id, upload.name());
        fence.record(() -> pendingFetches.end(id));
        return Optional.empty();
    }

    /** Restores the copy of a recorded upload in the spool; false if the drop no longer has the recorded bytes. */
    boolean restoreCopy(InboundFile file, DropSession drop) {
        Optional<String> place = inbound.findNameInArchive(file);
        if (place.isEmpty()) {
            return false;
        }
        Path copy = spool.upload(file.id());
        FileSnapshot fileSnapshot = new FileSnapshot(place.get(), file.size(), file.modified());
        FetchOutcome outcome =
                room.with(file.shownName(), settings.bytesToFetch(file.size()), () -> fetch(drop, fileSnapshot, copy));
        if (outcome instanceof FetchOutcome.Fetched fetched && fetched.sha256().equals(file.sha256())) {
            return true;
        }
        clear(file.id(), file.shownName());
        return false;
    }

    private InboundFile record(long id, UnrecordedFile upload, String sha256, Reason reason, Actor by) {
        InsurerCode insurer = upload.insurer();
        String original =
                ArchivedFileName.parse(insurer, upload.name()).orElseThrow().original();
        Instant now = clock.instant();
        FetchedFile arrival = fetchedFile(
                insurer,
                new FileSnapshot(original, upload.size(), upload.modified()),
                upload.size(),
                sha256,
                timeOfReceipt(original, insurer, upload.modified(), now));
        return transaction.execute(status -> {
            inbound.record(id, arrival);
            inbound.archived(id, upload.name());
            pendingFetches.end(id);
            reingestDecisions.record(
                    new ReingestDecision(id, reason.text(), by, now, unrecordedFiles.noticedAt(upload)));
            return inbound.get(id);
        });
    }

    private FetchOutcome fetch(DropSession drop, FileSnapshot fileSnapshot, Path target) {
        try {
            return drop.fetch(
                    DropFolder.ARCHIVE,
                    fileSnapshot,
                    target,
                    settings.limits().sealedSize().toBytes(),
                    progress.of(fileSnapshot.name(), fileSnapshot.size()));
        } catch (IOException e) {
            throw new SpoolException("write", fileSnapshot.name(), e);
        }
    }

    private void clear(long id, String name) {
        try {
            spool.clear(id);
        } catch (IOException e) {
            throw new SpoolException("clear", name, e);
        }
    }

    /** @param fileSnapshot the file on the drop, under its sender's name */
    static FetchedFile fetchedFile(
            InsurerCode insurer, FileSnapshot fileSnapshot, long size, String sha256, Instant receivedAt) {
        InboundFileName.Parsed parsed =
                InboundFileName.parse(fileSnapshot.name(), insurer, BusinessTime.dateOf(receivedAt));
        return new FetchedFile(
                insurer,
                fileSnapshot.name(),
                parsed instanceof InboundFileName.Valid valid
                        ? valid.name().stem()
                        : AnswerFileNames.invalidStem(sha256),
                parsed instanceof InboundFileName.Invalid invalid
                        ? Optional.of(invalid.fault().name())
                        : Optional.empty(),
                size,
                fileSnapshot.modified(),
                sha256,
                receivedAt);
    }

    /**
     * Returns the modification time, which a rename by SFTP does not change; but no earlier than the day in the name,
     * and not in the future. So blocks begin as the insurer was told ({@code exchange-formats/receipt/v1/README.md}).
     */
    static Instant timeOfReceipt(String name, InsurerCode insurer, Instant modified, Instant now) {
        Instant written = modified.isAfter(now) ? now : modified;
        Instant notBefore = dayIn(name, insurer, written)
                .or(() -> dayIn(name, insurer, now))
                .orElse(written);
        return notBefore.isAfter(written) ? notBefore : written;
    }

    private static Optional<Instant> dayIn(String name, InsurerCode insurer, Instant at) {
        return InboundFileName.parse(name, insurer, BusinessTime.dateOf(at)) instanceof InboundFileName.Valid valid
                ? Optional.of(
                        valid.name().date().atStartOfDay(BusinessTime.ZONE).toInstant())
                : Optional.empty();
    }
}
