package jinbo.accesslog;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import jinbo.tlog.Checkpoint;
import jinbo.tlog.ConsistencyProof;
import jinbo.tlog.EntriesDisagreeException;
import jinbo.tlog.EntryBytes;
import jinbo.tlog.LogExport;
import jinbo.tlog.MerkleTree;
import jinbo.tlog.SignedNote;
import jinbo.tlog.TileDamagedException;
import jinbo.tlog.TlogException;
import jinbo.tlog.TlogProof;
import jinbo.tlog.TreeHash;
import org.springframework.stereotype.Component;

/** The access log as a transparency log: places, signed heads, proofs, exports. */
@Component
public class LogTree {

    private static final int ROWS = 4096;

    private final Sequencer sequencer;
    private final SignHead signHead;
    private final AccessLogTable table;
    private final Places places;
    private final TileTable tiles;
    private final LastCheckpoint last;
    private final LogKey key;
    private final LogAlarms alarms;
    private final LogLocks locks;

    LogTree(
            Sequencer sequencer,
            SignHead signHead,
            AccessLogTable table,
            Places places,
            TileTable tiles,
            LastCheckpoint last,
            LogKey key,
            LogAlarms alarms,
            LogLocks locks) {
        this.sequencer = sequencer;
        this.signHead = signHead;
        this.table = table;
        this.places = places;
        this.tiles = tiles;
        this.last = last;
        this.key = key;
        this.alarms = alarms;
        this.locks = locks;
    }

    /**
     * Puts what is pending into the tree and signs the head.
     *
     * @return the signed note
     * @throws AccessLogAlarmException if the log does not continue what was signed before; nothing is signed then
     */
    public String sign() {
        try {
            sequencer.placeAll();
            alarms.requireNone();
            return locks.aloneOnTheTree(signHead::sign).note().toString();
        } catch (FoundException e) {
            alarms.raise(e.finding());
            throw alarms.asException();
        }
    }

    /** The same, as {@link #sign} does it, with what the note says. */
    SignedHead signedHead() {
        String note = sign();
        try {
            Checkpoint head = open(note);
            return new SignedHead(head.origin(), head.size(), head.root().toString(), note);
        } catch (TlogException e) {
            throw new IllegalStateException("A checkpoint that was just signed is not sound", e);
        }
    }

    /** @throws AccessLogAlarmException if an alarm is open: then nothing that the log is to vouch for can leave */
    public void requireContinued() {
        alarms.requireNone();
    }

    /** Signs, if there is an entry that no checkpoint covers. */
    public void signIfPending() {
        if (table.anyPending()) {
            sign();
        }
    }

    /**
     * Where a committed entry stands, under a checkpoint that covers it.
     *
     * @param id of the entry
     * @throws AccessLogAlarmException if nothing can be signed
     * @throws IllegalStateException if its transaction has not committed
     */
    public Covered cover(long id) {
        String note = sign();
        long index = places.of(id)
                .orElseThrow(() -> new IllegalStateException("Entry " + id + " is not committed, so it has no place"));
        return new Covered(index, note);
    }

    /**
     * The proof that a checkpoint continues an earlier one (RFC 6962, 2.1.2), as a manifest has it.
     *
     * @param earlier a signed note of this log
     * @param later a signed note of this log
     * @return empty if it does not, and two people have let the log go on with a head that does not continue the earlier one
     * @throws AccessLogAlarmException if it does not, and nobody has
     */
    public Optional<List<String>> consistency(String earlier, String later) {
        try {
            Checkpoint before = open(earlier);
            Checkpoint after = open(later);
            if (before.size() <= after.size()) {
                ConsistencyProof proof = new MerkleTree(tiles, after.size()).consistency(before.size());
                if (after.continues(before, proof.path())) {
                    return Optional.of(proof.texts());
                }
            }
            if (last.isAside(before, key.signer().verifierKey())) {
                return Optional.empty();
            }
            alarms.raise(new Finding(
                    AlarmKind.LOG_CONTRADICTS_CHECKPOINT,
                    "the checkpoint of " + before.size() + " entries in a manifest"));
        } catch (TlogException e) {
            alarms.raise(new Finding(AlarmKind.CHECKPOINT_NOT_SIGNED, "a manifest's: " + e.getMessage()));
        }
        throw alarms.asException();
    }

    /** The public half of the key, in C2SP's spelling: what auditors and insurers verify with. */
    public String verifierKey() {
        return key.signer().verifierKey().toString();
    }

    /**
     * Writes the whole log for an auditor (C2SP tlog-tiles), under a checkpoint that is signed now; while an alarm is open,
     * as it stands under the last one that was signed, so that an auditor's checker can name what is wrong.
     *
     * @param folder absent or empty
     * @return how many entries
     * @throws IOException if the folder is not empty or cannot be written
     * @throws AccessLogAlarmException if the log is so damaged that it cannot be written out
     */
    public long export(Path folder) throws IOException {
        String note = alarms.open().isEmpty() ? sign() : lastSigned();
        try {
            long size = open(note).size();
            new LogExport(folder).write(SignedNote.parse(note), key.signer().verifierKey(), tiles, entries(size));
            return size;
        } catch (TlogException e) {
            throw new IllegalStateException("A checkpoint that was just signed is not sound", e);
        } catch (TileDamagedException | EntriesDisagreeException e) {
            alarms.requireNone();
            throw e;
        }
    }

    private String lastSigned() {
        try {
            return last.read(key.signer().verifierKey())
                    .orElseThrow(alarms::asException)
                    .note()
                    .toString();
        } catch (FoundException e) {
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
        String note = sign();
        try {
            Checkpoint head = open(note);
            if (index < 0 || index >= head.size()) {
                return Optional.empty();
            }
            List<AccessLogEntry> entry = table.placed(index, index + 1);
            if (entry.isEmpty()) {
                alarms.raise(new Finding(AlarmKind.ENTRY_MISSING, "at index " + index));
                throw alarms.asException();
            }
            EntryBytes bytes = EntryBytes.of(EntryBytesOf.entry(entry.get(0)));
            List<TreeHash> path =
                    new MerkleTree(tiles, head.size()).inclusion(index).path();
            if (!head.covers(index, bytes.leaf(), path)) {
                alarms.raise(new Finding(AlarmKind.ENTRY_CHANGED, "at index " + index));
                throw alarms.asException();
            }
            return Optional.of(new TlogProof(Optional.of(bytes), index, path, SignedNote.parse(note)).toString());
        } catch (TlogException e) {
            throw new IllegalStateException("A checkpoint that was just signed is not sound", e);
        }
    }

    private Iterator<byte[]> entries(long size) {
        return LongStream.iterate(0, from -> from < size, from -> from + ROWS)
                .boxed()
                .flatMap(from -> table.placed(from, Math.min(size, from + ROWS)).stream())
                .map(EntryBytesOf::entry)
                .iterator();
    }

    private Checkpoint open(String note) throws TlogException {
        return Checkpoint.open(SignedNote.parse(note), key.signer().verifierKey());
    }
}
