package jinbo.accesslog.verifier;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Decodes text as in C2SP {@code signed-note}: UTF-8, no byte order mark, no control character but LF. */
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

    /** Decodes canonical base64 (RFC 4648, 3.5 and 4); otherwise one signature could have several texts. */
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

    /** True for a valid key name: not empty, without blanks or plus signs. */
    static boolean isName(String text) {
        return !text.isEmpty()
                && text.codePoints().noneMatch(c -> c == '+' || Character.isWhitespace(c) || Character.isSpaceChar(c));
    }
}
