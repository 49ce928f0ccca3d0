package jinbo.accesslog.verifier;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Text of which every byte counts (C2SP {@code signed-note}): UTF-8, lines that end in LF, no other control character. */
final class NoteText {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private NoteText() {}

    static String of(byte[] bytes) throws MalformedException {
        String text = utf8(bytes);
        if (text.chars().anyMatch(c -> c < ' ' && c != '\n') || !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK) {
            throw new MalformedException(Fault.TEXT_INVALID);
        }
        return text;
    }

    static String utf8(byte[] bytes) throws MalformedException {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new MalformedException(Fault.TEXT_INVALID);
        }
    }

    /**
     * The bytes that base64 spells in its one canonical way (RFC 4648, 3.5 and 4). Decoders forgive bits after the last byte, so
     * that several texts would stand for the same signature.
     *
     * @throws MalformedException with this fault if the text is not the only spelling of some bytes
     */
    static byte[] base64(String text, Fault otherwise) throws MalformedException {
        try {
            byte[] bytes = Base64.getDecoder().decode(text);
            if (Base64.getEncoder().encodeToString(bytes).equals(text)) {
                return bytes;
            }
        } catch (IllegalArgumentException e) {
            throw new MalformedException(otherwise);
        }
        throw new MalformedException(otherwise);
    }

    /** Whether this may name a key: not empty, neither blanks nor a plus sign. */
    static boolean isName(String text) {
        return !text.isEmpty()
                && text.codePoints().noneMatch(c -> c == '+' || Character.isWhitespace(c) || Character.isSpaceChar(c));
    }
}
