import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.zip.Deflater;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * What one thread of the JDK can do to a block list, each alone: hash it, deflate it, encrypt it as OpenPGP does (AES-256, CFB).
 * Run by {@code src/bench/run limits}: {@code java src/bench/Limits.java FILE} prints a line {@code name MB/s} for each.
 */
final class Limits {

    private static final int CHUNK = 1 << 16;
    private static final int ROUNDS = 5;

    private Limits() {}

    private interface Work {
        /** Works through the text once. */
        void on(byte[] text) throws Exception;
    }

    public static void main(String[] arguments) throws Exception {
        byte[] text = Files.readAllBytes(Path.of(arguments[0]));
        sanction("sha256", text, Limits::hash);
        sanction("deflate6", text, Limits::deflate);
        sanction("aes256cfb", text, Limits::encrypt);
    }

    /** The best of some rounds, of which the first ones are for the compiler. */
    private static void sanction(String name, byte[] text, Work work) throws Exception {
        double best = 0;
        for (int round = 0; round < ROUNDS; round++) {
            long begin = System.nanoTime();
            work.on(text);
            best = Math.max(best, text.length / 1e6 / ((System.nanoTime() - begin) / 1e9));
        }
        System.out.printf(Locale.ROOT, "%s %.1f%n", name, best);
    }

    private static void hash(byte[] text) throws Exception {
        MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
        for (int at = 0; at < text.length; at += CHUNK) {
            sha256.update(text, at, Math.min(CHUNK, text.length - at));
        }
        sha256.digest();
    }

    private static void deflate(byte[] text) throws IOException {
        Deflater deflater = new Deflater(6, true);
        try (var out = new java.util.zip.DeflaterOutputStream(OutputStream.nullOutputStream(), deflater, CHUNK)) {
            out.write(text);
        } finally {
            deflater.end();
        }
    }

    private static void encrypt(byte[] text) throws Exception {
        Cipher cipher = Cipher.getInstance("AES/CFB/NoPadding");
        cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(new byte[32], "AES"), new IvParameterSpec(new byte[16]));
        byte[] out = new byte[CHUNK];
        for (int at = 0; at < text.length; at += CHUNK) {
            cipher.update(text, at, Math.min(CHUNK, text.length - at), out);
        }
    }
}
