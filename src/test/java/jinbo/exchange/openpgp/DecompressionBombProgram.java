package jinbo.exchange.openpgp;

import static jinbo.exchange.openpgp.ForgedMessages.join;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;
import java.util.zip.Deflater;

/** Opens bombs with a small heap, and prints for each its name, the result, and the mebibytes that the reader got. */
final class DecompressionBombProgram {

    private static final int MEBIBYTE = 1 << 20;
    private static final int MEBIBYTES = 2100;
    private static final int ZIP = 1;
    private static final int ZLIB = 2;
    private static final SecretKeys ASSOCIATION = SampleKeys.secret("association");
    private static final SecretKeys YUNHE = SampleKeys.secret("YUNHE");

    private DecompressionBombProgram() {}

    public static void main(String[] arguments) throws IOException {
        open("2 GiB of zeros in ZIP", bomb(ZIP, 0));
        open("2 GiB of zeros in ZLIB", bomb(ZLIB, 0));
        open("2 GiB in ZIP, at a ratio that is allowed", bomb(ZIP, 7000));
    }

    private static void open(String name, byte[] bomb) throws IOException {
        long[] given = {0};
        OpenResult<Long> openResult = new Opener(ASSOCIATION, CryptoPolicy.standard())
                .open(new ByteArrayInputStream(bomb), EnvelopeFixture.from(YUNHE.certificate()), clear -> {
                    byte[] buffer = new byte[1 << 16];
                    for (int read = clear.read(buffer); read >= 0; read = clear.read(buffer)) {
                        given[0] += read;
                    }
                    return given[0];
                });
        System.out.println(name + "|" + outcome(openResult) + "|" + given[0] / MEBIBYTE);
    }

    private static String outcome(OpenResult<Long> openResult) {
        return openResult instanceof OpenResult.Refused<Long> refused
                ? refused.fault() + "|" + refused.operatorDetail()
                : "opened|";
    }

    /**
     * Creates an envelope whose literal announces 4 GiB. It repeats one compressed piece: blocks of raw deflate that
     * end with a full flush can be concatenated (RFC 1951).
     *
     * @param noise incompressible bytes in each mebibyte
     */
    private static byte[] bomb(int algorithm, int noise) {
        byte[] signed = ForgedMessages.signed(YUNHE, new byte[0]);
        byte[] onePass =
                java.util.Arrays.copyOf(signed, PacketMap.of(signed).get(0).end());
        byte[] begin = join(onePass, new byte[] {(byte) 0xcb, -1, -1, -1, -1, -1, 'b', 0, 0, 0, 0, 0});
        byte[] clear = new byte[MEBIBYTE];
        byte[] random = new byte[noise];
        new Random(1).nextBytes(random);
        System.arraycopy(random, 0, clear, 0, noise);
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        packed.write(algorithm);
        if (algorithm == ZLIB) {
            packed.writeBytes(new byte[] {0x78, (byte) 0x9c});
        }
        packed.writeBytes(deflated(begin));
        byte[] piece = deflated(clear);
        for (int i = 0; i < MEBIBYTES; i++) {
            packed.writeBytes(piece);
        }
        return ForgedMessages.encrypted(
                ASSOCIATION.certificate(), Packet.encode(Packet.COMPRESSED, packed.toByteArray()));
    }

    private static byte[] deflated(byte[] clear) {
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
        try {
            deflater.setInput(clear);
            byte[] packed = new byte[clear.length + 1000];
            int length = deflater.deflate(packed, 0, packed.length, Deflater.FULL_FLUSH);
            return java.util.Arrays.copyOf(packed, length);
        } finally {
            deflater.end();
        }
    }
}
