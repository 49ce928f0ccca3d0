package jinbo.exchange.openpgp;

import static jinbo.exchange.openpgp.EnvelopeFixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnvelopeLimitsTest {

    private final SecretKeys association = SampleKeys.secret("association");
    private final SecretKeys yunhe = SampleKeys.secret("YUNHE");

    @Test
    void refusesTooManySealedBytes() {
        byte[] sealed = EnvelopeFixture.seal(yunhe, association.certificate());

        EnvelopeAttackTable.refused(
                "limits: more sealed bytes than allowed",
                EnvelopeFault.TOO_LARGE,
                "envelope is larger",
                open(sealed, new EnvelopeLimits(sealed.length - 1, 1 << 20, 200, 64)));
        assertThat(open(sealed, new EnvelopeLimits(sealed.length, 1 << 20, 200, 64)))
                .isInstanceOf(OpenResult.Opened.class);
    }

    @Test
    void refusesTooManyClearBytes() {
        byte[] sealed = EnvelopeFixture.seal(yunhe, association.certificate());
        int length = EnvelopeFixture.CONTENT.length;

        EnvelopeAttackTable.refused(
                "limits: more clear bytes than allowed",
                EnvelopeFault.TOO_LARGE,
                "content is larger",
                open(sealed, new EnvelopeLimits(1 << 20, length - 1, 200, 64)));
        assertThat(open(sealed, new EnvelopeLimits(1 << 20, length, 200, 64))).isInstanceOf(OpenResult.Opened.class);
    }

    @Test
    void stopsReadingCompressionBomb() throws Exception {
        byte[] sealed = bomb(64);
        long[] seen = {0};

        OpenResult<Integer> openResult = new Opener(association, CryptoPolicy.standard())
                .open(
                        new ByteArrayInputStream(sealed),
                        EnvelopeFixture.from(yunhe.certificate())
                                .withObserver((buffer, offset, length) -> seen[0] += length),
                        clear -> clear.read());

        EnvelopeAttackTable.refused(
                "limits: 64 MiB of zeros", EnvelopeFault.TOO_LARGE, "times its compressed size", openResult);
        assertThat(seen[0]).isLessThan(20L << 20);
    }

    @Test
    void weightlessBytesCountTowardSizeOnly() throws Exception {
        byte[] sealed = bomb(4);
        OpenRequest weightless =
                EnvelopeFixture.from(yunhe.certificate()).withRatioWeight((buffer, offset, length) -> 0);

        assertThat(EnvelopeFixture.open(sealed, association, weightless)).isInstanceOf(OpenResult.Opened.class);
        EnvelopeAttackTable.refused(
                "limits: 4 MiB that do not count toward the ratio, where 3 MiB are allowed",
                EnvelopeFault.TOO_LARGE,
                "content is larger",
                EnvelopeFixture.open(
                        sealed,
                        association,
                        OpenRequest.forUpload(
                                        AcceptedSigner.always(yunhe.certificate()),
                                        NOW,
                                        EnvelopeFixture.FILE,
                                        new EnvelopeLimits(1 << 20, 3 << 20, 200, 64))
                                .withRatioWeight((buffer, offset, length) -> 0)));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void refusesHugeOnePassSignature(int compression) {
        byte[] huge = Packet.encode(Packet.ONE_PASS_SIGNATURE, new byte[2_000_000]);
        byte[] sealed =
                ForgedMessages.encrypted(association.certificate(), ForgedMessages.compressed(compression, huge));

        EnvelopeAttackTable.refused(
                "limits: 2 MB where a one-pass signature should be, compression " + compression,
                EnvelopeFault.ENVELOPE_INVALID,
                "longer than",
                open(sealed, EnvelopeLimits.standard()));
    }

    @Test
    void refusesBzip2Bomb() {
        byte[] sealed = ForgedMessages.encrypted(
                association.certificate(),
                ForgedMessages.compressed(3, ForgedMessages.signed(yunhe, new byte[8 << 20])));

        EnvelopeAttackTable.refused(
                "limits: 8 MiB of zeros in BZip2",
                EnvelopeFault.TOO_LARGE,
                "times its compressed size",
                open(sealed, EnvelopeLimits.standard()));
    }

    /** An attacker who flips bits must not learn from the code how long the message has become. */
    @Test
    void reportsDamagedBombAsInvalid() {
        byte[] sealed = ForgedMessages.encrypted(
                association.certificate(),
                ForgedMessages.compressed(1, ForgedMessages.signed(yunhe, new byte[8 << 20])));
        sealed[sealed.length - 1] ^= 1;

        EnvelopeAttackTable.refused(
                "limits: 8 MiB of zeros, damaged",
                EnvelopeFault.ENVELOPE_INVALID,
                "modification detection code",
                open(sealed, EnvelopeLimits.standard()));
    }

    /** The literal announces 4 GiB, and the encrypted packet continues in parts of one byte. */
    @Test
    void refusesEndlessEnvelope() throws IOException {
        byte[] onePass = Arrays.copyOf(ForgedMessages.signed(yunhe, new byte[0]), 15);
        byte[] literal = {(byte) 0xcb, -1, -1, -1, -1, -1, 'b', 0, 0, 0, 0, 0};
        byte[] sealed = ForgedMessages.encrypted(
                association.certificate(), ForgedMessages.join(onePass, literal, new byte[1000]));
        PacketMap.Piece last = PacketMap.of(sealed).get(1);
        byte[] begin = ForgedMessages.join(
                Arrays.copyOf(sealed, last.begin()),
                new byte[] {(byte) 0xd2, (byte) 0xe9},
                Arrays.copyOfRange(sealed, last.bodyBegin(), last.bodyBegin() + 512));
        InputStream endless = new SequenceInputStream(new ByteArrayInputStream(begin), new PartsOfOneByte());

        EnvelopeAttackTable.refused(
                "limits: endless partial lengths",
                EnvelopeFault.TOO_LARGE,
                "envelope is larger",
                EnvelopeFixture.open(
                        endless,
                        association,
                        CryptoPolicy.standard(),
                        OpenRequest.forUpload(
                                AcceptedSigner.always(yunhe.certificate()),
                                NOW,
                                EnvelopeFixture.FILE,
                                new EnvelopeLimits(1 << 20, 4L << 30, 200, 64))));
    }

    @Test
    void refusesEndlessArmor() {
        InputStream line = new SequenceInputStream(
                new ByteArrayInputStream("-----BEGIN PGP MESSAGE-----\nX: ".getBytes(StandardCharsets.US_ASCII)),
                new EndlessOf('a'));
        InputStream headers = new SequenceInputStream(
                new ByteArrayInputStream("-----BEGIN PGP MESSAGE-----\nX: y".getBytes(StandardCharsets.US_ASCII)),
                new EndlessOf('\n', 'X', ':', ' ', 'y'));
        OpenRequest request = OpenRequest.forUpload(
                AcceptedSigner.always(yunhe.certificate()),
                NOW,
                EnvelopeFixture.FILE,
                new EnvelopeLimits(1 << 20, 1 << 20, 200, 64));

        EnvelopeAttackTable.refused(
                "limits: a line of armor without end",
                EnvelopeFault.ENVELOPE_INVALID,
                "longer than 4096 characters",
                EnvelopeFixture.open(line, association, CryptoPolicy.standard(), request));
        EnvelopeAttackTable.refused(
                "limits: headers of armor without end",
                EnvelopeFault.TOO_LARGE,
                "envelope is larger",
                EnvelopeFixture.open(headers, association, CryptoPolicy.standard(), request));
    }

    private static class EndlessOf extends InputStream {
        private final int[] octets;
        private int next;

        EndlessOf(int... octets) {
            this.octets = octets;
        }

        @Override
        public int read() {
            return octets[next++ % octets.length];
        }
    }

    private static final class PartsOfOneByte extends EndlessOf {
        PartsOfOneByte() {
            super(0xe0, 'x');
        }
    }

    private byte[] bomb(int mebibytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] zeros = new byte[1 << 20];
        new Sealer(yunhe, CryptoPolicy.standard(), Compression.standard())
                .seal(
                        clear -> {
                            for (int i = 0; i < mebibytes; i++) {
                                clear.write(zeros);
                            }
                        },
                        new SealRequest(EnvelopeFixture.FILE, Set.of(association.certificate()), NOW),
                        out);
        return out.toByteArray();
    }

    private OpenResult<byte[]> open(byte[] sealed, EnvelopeLimits limits) {
        return EnvelopeFixture.open(
                sealed,
                association,
                OpenRequest.forUpload(AcceptedSigner.always(yunhe.certificate()), NOW, EnvelopeFixture.FILE, limits));
    }
}
