package jinbo.envelope;

import static jinbo.envelope.Exchange.NOW;
import static jinbo.envelope.SignerKeyAttacksTest.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OpeningLimitsTest {

    private final SecretKeys association = SampleKeys.secret("association");
    private final SecretKeys yunhe = SampleKeys.secret("YUNHE");

    @Test
    void moreSealedBytesThanAllowed() {
        byte[] sealed = Exchange.seal(yunhe, association.certificate());

        assertRefused(
                open(sealed, new OpeningLimits(sealed.length - 1, 1 << 20, 200, 64)),
                EnvelopeFault.TOO_LARGE,
                "envelope is larger");
        assertThat(open(sealed, new OpeningLimits(sealed.length, 1 << 20, 200, 64)))
                .isInstanceOf(Opening.Opened.class);
    }

    @Test
    void moreClearBytesThanAllowed() {
        byte[] sealed = Exchange.seal(yunhe, association.certificate());
        int length = Exchange.CONTENT.length;

        assertRefused(
                open(sealed, new OpeningLimits(1 << 20, length - 1, 200, 64)),
                EnvelopeFault.TOO_LARGE,
                "content is larger");
        assertThat(open(sealed, new OpeningLimits(1 << 20, length, 200, 64))).isInstanceOf(Opening.Opened.class);
    }

    @Test
    void aCompressionBombIsLeftLongBeforeItsEnd() throws Exception {
        byte[] sealed = bomb(400);
        long[] seen = {0};

        Opening<Integer> opening = new Opener(association, CryptoPolicy.standard())
                .open(
                        new ByteArrayInputStream(sealed),
                        Exchange.from(yunhe.certificate()).witnessedBy((buffer, offset, length) -> seen[0] += length),
                        clear -> clear.read());

        assertRefused(opening, EnvelopeFault.TOO_LARGE, "times its compressed size");
        assertThat(seen[0]).isLessThan(100L << 20);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void aHugePacketWhereASmallOneShouldBe(int compression) {
        byte[] huge = Packet.encode(Packet.ONE_PASS_SIGNATURE, new byte[2_000_000]);
        byte[] sealed = Forge.encrypted(association.certificate(), Forge.compressed(compression, huge));

        assertRefused(open(sealed, OpeningLimits.standard()), EnvelopeFault.ENVELOPE_INVALID, "longer than");
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
                        new SealRequest(Exchange.FILE, Set.of(association.certificate()), NOW),
                        out);
        return out.toByteArray();
    }

    private Opening<byte[]> open(byte[] sealed, OpeningLimits limits) {
        return Exchange.open(
                sealed, association, OpenRequest.ofUpload(AcceptedSigner.always(yunhe.certificate()), NOW, limits));
    }
}
