package jinbo.accesslog.verifier;

import java.util.Base64;

/**
 * Base64 in its one canonical spelling (RFC 4648, 3.5 and 4). Decoders forgive bits after the last byte, so that several
 * texts would stand for the same signature.
 */
final class CanonicalBase64 {

    private CanonicalBase64() {}

    /** @throws MalformedException with this fault if the text is not the only spelling of some bytes */
    static byte[] read(String text, Fault otherwise) throws MalformedException {
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
}
