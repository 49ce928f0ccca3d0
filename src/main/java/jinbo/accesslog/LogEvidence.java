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

/** Exports evidence for an auditor: the whole log, or the proof of one entry. */
@Component
public record LogEvidence(
        LogTree tree,
        AccessLogTable table,
        TreeTable treeTable,
        LeafIndexTable leafIndexTable,
        LastSignedCheckpoint last,
        LogKey key,
        LogAlarms alarms) {

    private static final int ROWS = 4096;

    /**
     * Writes the log (C2SP tlog-tiles) to an absent or empty folder, under a new checkpoint, and returns the number of
     * entries. While an alarm is open, it uses the last signed checkpoint, so that a verifier can name the fault.
     *
     * @throws AccessLogAlarmException if the log is too damaged to be exported
     */
    public long export(Path folder) throws IOException {
        String note = head().checkpoint();
        try {
            long size = key.open(note).size();
            new LogExport(folder).write(SignedNote.parse(note), key.signer().verifierKey(), treeTable, entries(size));
            return size;
        } catch (TlogException e) {
            throw unsound(e);
        } catch (TileDamagedException | EntryCountMismatchException e) {
            alarms.requireNone();
            throw e;
        }
    }

    /** Signs a new checkpoint; while an alarm is open, returns the last one. */
    public SignedHead head() {
        String note = alarms.open().isEmpty() ? tree.sign() : lastSigned().orElseThrow(alarms::asException);
        return new SignedHead(note, tree.verifierKey());
    }

    /** The last signed checkpoint; also empty if it is damaged, which the next attempt to sign will report. */
    private Optional<String> lastSigned() {
        try {
            return last.read(key.signer().verifierKey())
                    .map(checkpoint -> checkpoint.note().toString());
        } catch (LogFindingException e) {
            return Optional.empty();
        }
    }

    /**
     * Proves the entry at an index (C2SP tlog-proof) under a new checkpoint; empty if there is none.
     *
     * @throws AccessLogAlarmException if the entry was changed, or nothing can be signed
     */
    public Optional<String> prove(long index) {
        String note = tree.sign();
        return index < 0 || index >= key.openSigned(note).size() ? Optional.empty() : Optional.of(proof(index, note));
    }

    /** Proves a committed entry under the last checkpoint, or under a new one if the last does not cover the entry. */
    public ProvenEntry proveEntry(long id) {
        alarms.requireNone();
        OptionalLong placed = leafIndexTable.of(id);
        Optional<String> covering = placed.isEmpty()
                ? Optional.empty()
                : lastSigned().filter(note -> key.openSigned(note).size() > placed.getAsLong());
        LogTree.CoveredEntry coveredEntry = covering.map(note -> new LogTree.CoveredEntry(placed.getAsLong(), note))
                .orElseGet(() -> tree.cover(id));
        return new ProvenEntry(
                coveredEntry.index(),
                coveredEntry.checkpoint(),
                proof(coveredEntry.index(), coveredEntry.checkpoint()),
                tree.verifierKey());
    }

    private String proof(long index, String note) {
        Checkpoint head = key.openSigned(note);
        List<AccessLogEntry> entry = table.placed(index, index + 1);
        if (entry.isEmpty()) {
            alarms.raise(Alarm.Kind.ENTRY_MISSING, "at index " + index);
            throw alarms.asException();
        }
        EntryBytes bytes = EntryBytes.of(entry.get(0).encode());
        List<TreeHash> path =
                new MerkleTree(treeTable, head.size()).inclusion(index).path();
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

    private static IllegalStateException unsound(TlogException e) {
        return new IllegalStateException("A checkpoint that was signed here is not sound", e);
    }

    private Iterator<byte[]> entries(long size) {
        return LongStream.iterate(0, from -> from < size, from -> from + ROWS)
                .boxed()
                .flatMap(from -> table.placed(from, Math.min(size, from + ROWS)).stream())
                .map(AccessLogEntry::encode)
                .iterator();
    }

    /** A checkpoint, as a signed note (C2SP tlog-checkpoint), and the verifier key in C2SP's format. */
    public record SignedHead(String checkpoint, String verifierKey) {}

    /**
     * A proof (C2SP tlog-proof) that contains the entry, the checkpoint of the proof (C2SP tlog-checkpoint), and the
     * verifier key in C2SP's format.
     */
    public record ProvenEntry(long index, String checkpoint, String proof, String verifierKey) {}
}
