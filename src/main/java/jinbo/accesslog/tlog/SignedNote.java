package jinbo.accesslog.tlog;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A text, which ends with a line feed, and signatures (C2SP signed-note). Trust it only after {@link
 * VerifierKey#verify}.
 */
public record SignedNote(String text, List<NoteSignature> signatures) {

    private static final String FORMAT = "signed note";

    /** C2SP requires at least 16; Go's implementation accepts 100. */
    private static final int MOST_SIGNATURES = 100;

    private static final int MOST_BYTES = 1 << 20;

    public SignedNote {
        if (!isText(text) || signatures.isEmpty() || signatures.size() > MOST_SIGNATURES) {
            throw new IllegalArgumentException(
                    "A note has lines that end with a line feed, no control character, and 1 to 100 signatures");
        }
        signatures = List.copyOf(signatures);
    }

    /** @throws TlogFormatException if it deviates from the format, or has over 2^20 characters or 100 signatures */
    public static SignedNote parse(String note) throws TlogFormatException {
        int split = note.lastIndexOf("\n\n");
        if (note.length() > MOST_BYTES || split < 0) {
            throw new TlogFormatException(
                    FORMAT, "the whole", "is too long, or has no empty line between text and signatures");
        }
        String text = note.substring(0, split + 1);
        if (!isText(text)) {
            throw new TlogFormatException(FORMAT, "the text", "has a control character or a lone surrogate");
        }
        return new SignedNote(
                text, signatures(note.substring(split + 2), (int) text.lines().count() + 2));
    }

    private static List<NoteSignature> signatures(String lines, int firstLine) throws TlogFormatException {
        if (!lines.endsWith("\n")) {
            throw new TlogFormatException(FORMAT, "the last line", "does not end with a line feed");
        }
        List<NoteSignature> signatures = new ArrayList<>();
        for (int begin = 0; begin < lines.length(); ) {
            int end = lines.indexOf('\n', begin);
            String place = "line " + (firstLine + signatures.size());
            if (signatures.size() == MOST_SIGNATURES) {
                throw new TlogFormatException(FORMAT, place, "is more than the hundredth signature");
            }
            signatures.add(NoteSignature.parse(lines.substring(begin, end), place));
            begin = end + 1;
        }
        return signatures;
    }

    @Override
    public String toString() {
        StringBuilder note = new StringBuilder(text).append('\n');
        signatures.forEach(signature -> note.append(signature.line()));
        return note.toString();
    }

    public byte[] bytes() {
        return toString().getBytes(StandardCharsets.UTF_8);
    }

    /** True if a text ends with a line feed and has no other control character. */
    static boolean isText(String text) {
        return text.endsWith("\n")
                && text.codePoints()
                        .noneMatch(c -> (c < ' ' && c != '\n')
                                || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE));
    }
}
