package jinbo.accesslog.verifier;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** A log's size and root hash (C2SP {@code tlog-checkpoint}), after its signature has been verified. */
public record Checkpoint(String origin, long size, Hash root) {

    /** A limit that even a checkpoint with many signatures does not reach. */
    static final int MOST_BYTES = 1 << 18;

    private static final Pattern SIZE = Pattern.compile("0|[1-9][0-9]{0,18}");
    private static final int LINES = 3;

    /** @throws MalformedException if it is not a checkpoint of this key's log that the key signed */
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

    /** Parses a decimal number from 0 to 2^63 - 1 without leading zeros. */
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

    /** A signed text (C2SP {@code signed-note}). */
    static final class SignedNote {

        private static final String SIGNATURE_START = "\u2014 ";
        private static final int MOST_SIGNATURES = 32;
        private static final int SHORTEST_SIGNATURE = 5;

        private SignedNote() {}

        /**
         * Returns the text that the key signed; ignores signatures by other keys.
         *
         * @throws MalformedException if it is not a note with exactly one signature by the key
         */
        static String open(String note, VerifierKey key) throws MalformedException {
            int end = note.lastIndexOf("\n\n");
            if (end < 0 || !note.endsWith("\n") || end + 2 == note.length()) {
                throw new MalformedException(Fault.NOTE_SHAPE);
            }
            String text = note.substring(0, end + 1);
            String[] lines = note.substring(end + 2, note.length() - 1).split("\n", -1);
            if (lines.length > MOST_SIGNATURES) {
                throw new MalformedException(Fault.SIGNATURES_TOO_MANY, MOST_SIGNATURES);
            }
            boolean signed = false;
            for (String line : lines) {
                Signature signature = Signature.read(line);
                if (signature.name.equals(key.name()) && key.hasId(signature.idAndBytes)) {
                    if (signed) {
                        throw new MalformedException(Fault.SIGNATURE_DOUBLED);
                    }
                    if (!key.verifies(text.getBytes(StandardCharsets.UTF_8), signature.idAndBytes)) {
                        throw new MalformedException(Fault.SIGNATURE_WRONG);
                    }
                    signed = true;
                }
            }
            if (!signed) {
                throw new MalformedException(Fault.SIGNATURE_MISSING, key.name());
            }
            return text;
        }

        /** A signature line: an em dash, the key's name, and base64 of the key id and the signature. */
        private record Signature(String name, byte[] idAndBytes) {

            static Signature read(String line) throws MalformedException {
                int blank = line.indexOf(' ', SIGNATURE_START.length());
                if (!line.startsWith(SIGNATURE_START) || blank < 0) {
                    throw new MalformedException(Fault.NOTE_SHAPE);
                }
                String name = line.substring(SIGNATURE_START.length(), blank);
                byte[] signature = NoteText.base64(line.substring(blank + 1), Fault.NOTE_SHAPE);
                if (!NoteText.isName(name) || signature.length < SHORTEST_SIGNATURE) {
                    throw new MalformedException(Fault.NOTE_SHAPE);
                }
                return new Signature(name, signature);
            }
        }
    }
}
