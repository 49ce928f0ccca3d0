package jinbo.accesslog;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import jinbo.accesslog.tlog.Checkpoint;
import jinbo.accesslog.tlog.LogExport;
import jinbo.accesslog.tlog.LogExport.EntryCountMismatchException;
import jinbo.accesslog.tlog.MerkleTree;
import jinbo.accesslog.tlog.SignedNote;
import jinbo.accesslog.tlog.TileDamagedException;
import jinbo.accesslog.tlog.TlogException;
import jinbo.accesslog.tlog.TlogProof;
import jinbo.accesslog.tlog.TlogProof.EntryBytes;
import jinbo.accesslog.tlog.TreeHash;
import org.springframework.stereotype.Component;

/** What an auditor is given of the log to check it elsewhere: the whole of it, or the proof of one entry. */
@Component
public record LogEvidence(
        LogTree tree,
        AccessLogTable table,
        TileTable tiles,
        LeafIndexTable leafIndexTable,
        LastSignedCheckpoint last,
        LogKey key,
        LogAlarms alarms) {

    private static final int ROWS = 4096;

    /**
     * Writes the whole log for an auditor (C2SP tlog-tiles), under a checkpoint that is signed now; while an alarm is open,
     * as it stands under the last one that was signed, so that an auditor's checker can name what is wrong.
     *
     * @param folder absent or empty
     * @throws IOException if the folder is not empty or cannot be written
     * @throws AccessLogAlarmException if the log is so damaged that it cannot be written out
     */
    public long export(Path folder) throws IOException {
        String note = head().checkpoint();
        try {
            long size = key.open(note).size();
            new LogExport(folder).write(SignedNote.parse(note), key.signer().verifierKey(), tiles, entries(size));
            return size;
        } catch (TlogException e) {
            throw new IllegalStateException("A checkpoint that was just signed is not sound", e);
        } catch (TileDamagedException | EntryCountMismatchException e) {
            alarms.requireNone();
            throw e;
        }
    }

    /** The head of the log as anybody may have it: signed now, or while an alarm is open the one that was signed last. */
    public SignedHead head() {
        return new SignedHead(alarms.open().isEmpty() ? tree.sign() : lastSigned(), tree.verifierKey());
    }

    private String lastSigned() {
        try {
            return last.read(key.signer().verifierKey())
                    .orElseThrow(alarms::asException)
                    .note()
                    .toString();
        } catch (LogFindingException e) {
            throw alarms.asException();
        }
    }

    /**
     * The proof that an entry is in the log (C2SP tlog-proof), with the entry in it, under a checkpoint that is signed now.
     *
     * @return the text of its file; empty if the log has no entry with this index
     * @throws AccessLogAlarmException if the entry is not the one that was placed, or nothing can be signed
     */
    public Optional<String> prove(long index) {
        String note = tree.sign();
        return index < 0 || index >= opened(note).size() ? Optional.empty() : Optional.of(proof(index, note));
    }

    /**
     * The same for a committed entry by its id, under the checkpoint that was signed last; one is only signed if that does not cover
     * the entry yet.
     *
     * @throws IllegalStateException if the entry's transaction has not committed
     */
    public ProvenEntry proveEntry(long id) {
        alarms.requireNone();
        OptionalLong placed = leafIndexTable.of(id);
        Optional<String> covering = placed.isEmpty()
                ? Optional.empty()
                : Optional.of(lastSigned()).filter(note -> opened(note).size() > placed.getAsLong());
        LogTree.CoveredEntry coveredEntry = covering.map(note -> new LogTree.CoveredEntry(placed.getAsLong(), note))
                .orElseGet(() -> tree.cover(id));
        return new ProvenEntry(
                coveredEntry.index(),
                coveredEntry.checkpoint(),
                proof(coveredEntry.index(), coveredEntry.checkpoint()),
                tree.verifierKey());
    }

    private String proof(long index, String note) {
        Checkpoint head = opened(note);
        List<AccessLogEntry> entry = table.placed(index, index + 1);
        if (entry.isEmpty()) {
            alarms.raise(Alarm.Kind.ENTRY_MISSING, "at index " + index);
            throw alarms.asException();
        }
        EntryBytes bytes = EntryBytes.of(EntryRowEncoder.entry(entry.get(0)));
        List<TreeHash> path =
                new MerkleTree(tiles, head.size()).inclusion(index).path();
        if (!head.covers(index, bytes.leaf(), path)) {
            alarms.raise(Alarm.Kind.ENTRY_CHANGED, "at index " + index);
            throw alarms.asException();
        }
        try {
            return new TlogProof(Optional.of(bytes), index, path, SignedNote.parse(note)).toString();
        } catch (TlogException e) {
            throw unsound(e);
        }
    }

    private Checkpoint opened(String note) {
        try {
            return key.open(note);
        } catch (TlogException e) {
            throw unsound(e);
        }
    }

    private static IllegalStateException unsound(TlogException e) {
        return new IllegalStateException("A checkpoint that was signed here is not sound", e);
    }

    private Iterator<byte[]> entries(long size) {
        return LongStream.iterate(0, from -> from < size, from -> from + ROWS)
                .boxed()
                .flatMap(from -> table.placed(from, Math.min(size, from + ROWS)).stream())
                .map(EntryRowEncoder::entry)
                .iterator();
    }

    /**
     * @param checkpoint the signed note (C2SP tlog-checkpoint)
     * @param verifierKey what it is checked with, in C2SP's spelling
     */
    public record SignedHead(String checkpoint, String verifierKey) {}

    /**
     * An entry of the log with what proves that it is there.
     *
     * @param index its place in the tree, from 0
     * @param checkpoint the signed note (C2SP tlog-checkpoint) of a head that covers it
     * @param proof the text of a proof (C2SP tlog-proof) under that head, with the entry in it
     * @param verifierKey what the checkpoint is checked with, in C2SP's spelling
     */
    public record ProvenEntry(long index, String checkpoint, String proof, String verifierKey) {}
}
