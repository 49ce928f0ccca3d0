package jinbo.accesslog.tlog;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Text from bytes that are UTF-8 to the last; nothing is replaced, because what was signed or hashed are the bytes. */
final class Utf8Text {

    private Utf8Text() {}

    static String decode(byte[] bytes, int most, String format) throws TlogFormatException {
        if (bytes.length > most) {
            throw new TlogFormatException(format, "the whole", "has more than " + most + " bytes");
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new TlogFormatException(format, "the whole", "is not UTF-8");
        }
    }
}
