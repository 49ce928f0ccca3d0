package jinbo.exchange.openpgp;

import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import jinbo.exchange.openpgp.AlgorithmRule.Kind;
import org.bouncycastle.bcpg.SymmetricEncIntegrityPacket;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPSessionKey;
import org.bouncycastle.openpgp.operator.bc.BcSessionKeyDataDecryptorFactory;

/**
 * Decrypts the integrity-protected packet of version 1 (modification detection code) or 2 (AEAD; RFC 9580, section
 * 5.13.2). The stream reports its end only if the integrity check succeeds.
 */
final class IntegrityProtectedPacket {

    private static final int HEAD_OF_VERSION_2 = 36;
    /** Key lengths in bytes by cipher. Only AES is implemented, independent of the policy. */
    private static final Map<Integer, Integer> KEY_LENGTHS = Map.of(7, 16, 8, 24, 9, 32);

    private final InputStream body;
    private final byte[] head;

    private IntegrityProtectedPacket(InputStream body, byte[] head) {
        this.body = body;
        this.head = head;
    }

    static IntegrityProtectedPacket begin(Packet packet) throws IOException {
        InputStream body = packet.body();
        byte[] version = body.readNBytes(1);
        if (version.length == 1 && version[0] == 1) {
            return new IntegrityProtectedPacket(body, version);
        }
        if (version.length == 0 || version[0] != 2) {
            throw EnvelopeException.invalid("The integrity protection has an unknown version");
        }
        byte[] head = new byte[HEAD_OF_VERSION_2];
        head[0] = 2;
        if (body.readNBytes(head, 1, HEAD_OF_VERSION_2 - 1) < HEAD_OF_VERSION_2 - 1) {
            throw EnvelopeException.invalid("The message ends within its integrity protection");
        }
        // a whole chunk is in memory until its tag is checked; the standard recommends at most 4 MiB
        if (head[3] < 0 || head[3] > 16) {
            throw EnvelopeException.invalid("The chunks of the integrity protection are larger than 4 MiB");
        }
        return new IntegrityProtectedPacket(body, head);
    }

    byte[] head() {
        return head.clone();
    }

    void require(CryptoPolicy policy, Instant at, PGPSessionKey key) throws EnvelopeException {
        int cipher = head[0] == 1 ? key.getAlgorithm() : head[1];
        if (!policy.accepts(Kind.CIPHER, cipher, at)) {
            throw EnvelopeException.invalid("The cipher, number " + cipher + ", is not accepted");
        }
        if (head[0] == 2 && !policy.accepts(Kind.AEAD, head[2], at)) {
            throw EnvelopeException.invalid(
                    "The mode of the integrity protection, number " + head[2] + ", is not accepted");
        }
        if (key.getKey().length != KEY_LENGTHS.getOrDefault(cipher, 0)) {
            throw EnvelopeException.invalid(
                    "The session key has not the length that its cipher, number " + cipher + ", wants");
        }
    }

    InputStream decrypt(PGPSessionKey key) throws IOException {
        if (head[0] == 1) {
            return new MdcInputStream(body, key.getKey());
        }
        SymmetricEncIntegrityPacket packet = SymmetricEncIntegrityPacket.createVersion2Packet(
                head[1], head[2], head[3], Arrays.copyOfRange(head, 4, HEAD_OF_VERSION_2));
        try {
            return new AeadInputStream(new BcSessionKeyDataDecryptorFactory(key)
                    .createDataDecryptor(packet, key)
                    .getInputStream(body));
        } catch (PGPException | RuntimeException e) {
            // the library has already read the first chunk here, and found a wrong tag
            throw AeadInputStream.notAuthentic();
        }
    }

    /** The clear text of version 2; the library returns no chunk with a wrong tag. */
    private static final class AeadInputStream extends BulkInputStream {

        private final InputStream chunks;

        AeadInputStream(InputStream chunks) {
            this.chunks = chunks;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            try {
                return chunks.read(buffer, offset, length);
            } catch (EnvelopeException e) {
                throw e;
            } catch (IOException | RuntimeException e) {
                throw notAuthentic();
            }
        }

        static EnvelopeException notAuthentic() {
            return EnvelopeException.invalid(
                    "A chunk of the integrity protection is not authentic: damaged, truncated or tampered with");
        }
    }

    /**
     * AES in CFB mode over a random prefix, the data and the modification detection code (RFC 9580, section 5.13.1).
     * The JDK's cipher is more than twice as fast as the library's.
     */
    private static final class MdcInputStream extends BulkInputStream {

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
        private boolean ended;
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
            while (!ended && end < PREFIX + CODE) {
                fill();
            }
            if (end < PREFIX + CODE) {
                throw EnvelopeException.invalid(
                        "The encrypted data is too short to hold a modification detection code");
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
                if (ended) {
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
                    ended = true;
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
            boolean right = clear[begin] == (byte) 0xd3
                    && clear[begin + 1] == 0x14
                    && MessageDigest.isEqual(sha1.digest(), code);
            if (!right) {
                throw EnvelopeException.invalid(
                        "The modification detection code is wrong: damaged, truncated or tampered with");
            }
            checked = true;
        }
    }
}
