package jinbo.accesslog.tlog;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** An unverified signature line; {@code base64} is of the first four bytes of the key's hash and the signature. */
public record NoteSignature(String keyName, int keyId, String base64) {

    static final String DASH = "\u2014 ";
    private static final String FORMAT = "signed note";

    static NoteSignature of(VerifierKey key, byte[] signature) {
        byte[] all = ByteBuffer.allocate(Integer.BYTES + signature.length)
                .putInt(key.id())
                .put(signature)
                .array();
        return new NoteSignature(key.name(), key.id(), Base64Text.encode(all));
    }

    static NoteSignature parse(String line, String place) throws TlogFormatException {
        int blank = line.indexOf(' ', DASH.length());
        if (!line.startsWith(DASH) || blank < 0) {
            throw new TlogFormatException(FORMAT, place, "is not a dash, a key's name and a signature");
        }
        String name = line.substring(DASH.length(), blank);
        if (!NoteKeyName.isValid(name)) {
            throw new TlogFormatException(FORMAT, place, "has a key's name that is empty or has a space or a plus");
        }
        String base64 = line.substring(blank + 1);
        byte[] bytes = Base64Text.decode(base64, FORMAT, place);
        if (bytes.length <= Integer.BYTES) {
            throw new TlogFormatException(FORMAT, place, "has a signature without content");
        }
        return new NoteSignature(name, ByteBuffer.wrap(bytes).getInt(), base64);
    }

    byte[] bytes() {
        byte[] all = java.util.Base64.getDecoder().decode(base64);
        return Arrays.copyOfRange(all, Integer.BYTES, all.length);
    }

    String line() {
        return DASH + keyName + ' ' + base64 + '\n';
    }
}
