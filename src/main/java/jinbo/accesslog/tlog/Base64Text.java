package jinbo.accesslog.tlog;

import java.util.Base64;

/** Canonical base64 (RFC 4648, section 4): with other spellings, two different files could be the same note. */
final class Base64Text {

    private Base64Text() {}

    static String encode(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    static byte[] decode(String text, String format, String place) throws TlogFormatException {
        try {
            byte[] bytes = Base64.getDecoder().decode(text);
            if (encode(bytes).equals(text)) {
                return bytes;
            }
        } catch (IllegalArgumentException notBase64) {
            // handled like base64 that is not canonical
        }
        throw new TlogFormatException(format, place, "is not canonical base64");
    }
}
