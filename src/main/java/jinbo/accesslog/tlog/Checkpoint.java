package jinbo.accesslog.tlog;

import java.util.List;
import java.util.regex.Pattern;

/** The size and root hash of a log, to be signed (C2SP tlog-checkpoint); the origin is the log's name. */
public record Checkpoint(String origin, long size, TreeHash root) {

    private static final Pattern DECIMAL = Pattern.compile("0|[1-9][0-9]{0,18}");
    private static final String FORMAT = "checkpoint";
    private static final int LINES = 3;

    public Checkpoint {
        NoteKeyName.require(origin);
        if (size < 0 || (size == 0 && !root.equals(TreeHash.OF_NO_ENTRIES))) {
            throw new IllegalArgumentException("No log of " + size + " entries has this head");
        }
    }

    /**
     * Parses a checkpoint's text without verifying a signature.
     *
     * @throws TlogFormatException if it deviates from the format
     */
    public static Checkpoint parse(String text) throws TlogFormatException {
        String[] lines = text.split("\n", -1);
        if (lines.length != LINES + 1 || !lines[LINES].isEmpty()) {
            throw new TlogFormatException(FORMAT, "the text", "is not three lines that each end with a line feed");
        }
        if (!NoteKeyName.isValid(lines[0])) {
            throw new TlogFormatException(FORMAT, "line 1", "is not a log's name: empty, or with a space or a plus");
        }
        long size = number(lines[1]);
        TreeHash root = TreeHash.parse(lines[2], FORMAT, "line 3");
        if (size == 0 && !root.equals(TreeHash.OF_NO_ENTRIES)) {
            throw new TlogFormatException(FORMAT, "line 3", "is not the hash of a log without entries");
        }
        return new Checkpoint(lines[0], size, root);
    }

    /**
     * Parses a checkpoint and verifies that it is signed by this key and about this key's log.
     *
     * @throws UnverifiedNoteException if the key did not sign it, or the origin is another log
     */
    public static Checkpoint open(SignedNote note, VerifierKey key)
            throws TlogFormatException, UnverifiedNoteException {
        Checkpoint checkpoint = parse(key.verify(note));
        if (!checkpoint.origin().equals(key.name())) {
            throw new UnverifiedNoteException("This is a checkpoint of another log than " + key.name());
        }
        return checkpoint;
    }

    /** Signs it. The caller must make sure that it continues all checkpoints that were signed earlier. */
    public SignedNote sign(NoteSigner signer) {
        if (!signer.verifierKey().name().equals(origin)) {
            throw new IllegalArgumentException(
                    "The key of " + signer.verifierKey().name() + " does not sign for " + origin);
        }
        return signer.sign(text());
    }

    public String text() {
        return origin + '\n' + size + '\n' + root + '\n';
    }

    /** Verifies a proof that the leaf has this index in this log (RFC 6962, 2.1.1). */
    public boolean covers(long index, TreeHash leaf, List<TreeHash> path) {
        return index >= 0 && index < size && new InclusionProof(index, size, path).holds(leaf, root);
    }

    /** Verifies a proof that this checkpoint continues an earlier one of the same log (RFC 6962, 2.1.2). */
    public boolean continues(Checkpoint earlier, List<TreeHash> path) {
        return origin.equals(earlier.origin)
                && earlier.size <= size
                && new ConsistencyProof(earlier.size, size, path).holds(earlier.root, root);
    }

    /** Parses ASCII digits without sign or leading zeros, at most {@link Long#MAX_VALUE}. */
    private static long number(String text) throws TlogFormatException {
        if (!DECIMAL.matcher(text).matches()) {
            throw notANumber();
        }
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException tooLarge) {
            throw notANumber();
        }
    }

    private static TlogFormatException notANumber() {
        return new TlogFormatException(FORMAT, "line 2", "is not a decimal number without leading zeros, or too large");
    }
}
