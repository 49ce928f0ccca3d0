package jinbo.accesslog.verifier;

import java.util.regex.Pattern;

/** A signed head of a log (C2SP {@code tlog-checkpoint}) whose signature was verified. */
public record Checkpoint(String origin, long size, Hash root) {

    /** No checkpoint is larger, even with the signatures of many witnesses. */
    static final int MOST_BYTES = 1 << 18;

    private static final Pattern SIZE = Pattern.compile("0|[1-9][0-9]{0,18}");
    private static final int LINES = 3;

    /** @throws MalformedException if it is not a checkpoint of this key's log, signed by this key */
    public static Checkpoint open(String note, VerifierKey key) throws MalformedException {
        String[] lines = SignedNote.open(note, key).split("\n", -1);
        if (lines.length != LINES + 1 || !lines[LINES].isEmpty()) {
            throw new MalformedException(Fault.CHECKPOINT_SHAPE);
        }
        if (!lines[0].equals(key.name())) {
            throw new MalformedException(Fault.ORIGIN_OTHER, key.name());
        }
        long size = number(lines[1], Fault.SIZE_MALFORMED);
        Hash root = Hash.read(lines[2], Fault.ROOT_MALFORMED);
        if (size == 0 && !root.equals(TreeHasher.emptyRoot())) {
            throw new MalformedException(Fault.ROOT_MALFORMED);
        }
        return new Checkpoint(lines[0], size, root);
    }

    static Checkpoint open(byte[] note, VerifierKey key) throws MalformedException {
        return open(NoteText.of(note), key);
    }

    /** A decimal number from 0 to 2^63 - 1 without leading zeros. */
    static long number(String text, Fault otherwise) throws MalformedException {
        if (!SIZE.matcher(text).matches()) {
            throw new MalformedException(otherwise);
        }
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new MalformedException(otherwise);
        }
    }
}
