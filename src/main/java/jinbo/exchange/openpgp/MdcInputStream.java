package jinbo.exchange.openpgp;

import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Clear text of an integrity-protected packet of version 1 (RFC 9580, section 5.13.1): AES in CFB mode over a random
 * prefix, the data and the modification detection code. The code is the last 22 bytes, which are therefore held back;
 * the end is reported only if it is right. By the JDK's cipher, which is more than twice as fast as the library's.
 */
final class MdcInputStream extends BulkInputStream {

    private static final int PREFIX = 18;
    private static final int CODE = 22;
    private static final int BUFFER = 1 << 16;

    private final InputStream in;
    private final Cipher cipher;
    private final MessageDigest sha1;
    private final byte[] sealed = new byte[BUFFER];
    private final byte[] clear = new byte[BUFFER + CODE + 64];
    private int begin;
    private int end;
    private boolean over;
    private boolean checked;

    MdcInputStream(InputStream in, byte[] key) throws IOException {
        this.in = in;
        try {
            this.cipher = Cipher.getInstance("AES/CFB/NoPadding");
            cipher.init(Cipher.DECRYPT_MODE, new SecretKeySpec(key, "AES"), new IvParameterSpec(new byte[16]));
            this.sha1 = MessageDigest.getInstance("SHA-1");
        } catch (GeneralSecurityException e) {
            throw EnvelopeException.invalid("The session key does not fit the cipher");
        }
        readPrefix();
    }

    private void readPrefix() throws IOException {
        while (!over && end < PREFIX + CODE) {
            fill();
        }
        if (end < PREFIX + CODE) {
            throw EnvelopeException.invalid("The encrypted data is too short to hold a modification detection code");
        }
        if (clear[14] != clear[16] || clear[15] != clear[17]) {
            throw EnvelopeException.invalid("The encrypted data does not begin as it should: damaged");
        }
        begin = PREFIX;
        sha1.update(clear, 0, PREFIX);
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (end - begin <= CODE) {
            if (over) {
                checkCode();
                return -1;
            }
            fill();
        }
        int read = Math.min(length, end - begin - CODE);
        sha1.update(clear, begin, read);
        System.arraycopy(clear, begin, buffer, offset, read);
        begin += read;
        return read;
    }

    private void fill() throws IOException {
        System.arraycopy(clear, begin, clear, 0, end - begin);
        end -= begin;
        begin = 0;
        int most = Math.min(sealed.length, clear.length - end - 32);
        int read = in.read(sealed, 0, most);
        try {
            if (read < 0) {
                over = true;
                end += cipher.doFinal(clear, end);
            } else {
                end += cipher.update(sealed, 0, read, clear, end);
            }
        } catch (GeneralSecurityException e) {
            throw EnvelopeException.invalid("The encrypted data does not decrypt");
        }
    }

    private void checkCode() throws IOException {
        if (checked) {
            return;
        }
        sha1.update(clear, begin, 2);
        byte[] code = Arrays.copyOfRange(clear, begin + 2, end);
        boolean right =
                clear[begin] == (byte) 0xd3 && clear[begin + 1] == 0x14 && MessageDigest.isEqual(sha1.digest(), code);
        if (!right) {
            throw EnvelopeException.invalid(
                    "The modification detection code is wrong: damaged, truncated or tampered with");
        }
        checked = true;
    }
}
