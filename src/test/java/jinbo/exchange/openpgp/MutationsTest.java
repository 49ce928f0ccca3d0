package jinbo.exchange.openpgp;

import static jinbo.exchange.openpgp.EnvelopeFixture.NOW;
import static jinbo.exchange.openpgp.ForgedMessages.encrypted;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jinbo.testing.AttackTable;
import jinbo.testing.NightlyRun;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Changes one byte of valid messages at each position: each bit, one bit in turn, or in the nightly run all 255 values.
 * Each message is refused, or has its content.
 */
class MutationsTest {

    private static final byte[] SMALL = "mobile\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final SecretKeys ASSOCIATION = SampleKeys.secret("association");
    private static final SecretKeys YUNHE = SampleKeys.secret("YUNHE");
    private static final Certificate US = ASSOCIATION.certificate();
    private static final UnlockedSecretKey OF_VERSION_6 =
            ForgedKeys.aKey().of(KeyKind.ED25519_V6).make();
    private static final boolean ALL = NightlyRun.isOn();
    private static final int BITS = 8;

    static Stream<Arguments> messages() throws IOException {
        byte[] plain = ForgedMessages.signed(YUNHE, SMALL);
        byte[] plain6 = ForgedMessages.signed(OF_VERSION_6.pairs().get(0), SMALL, 10, NOW, more -> {});
        String armored =
                CertificateFile.armored(EnvelopeFixture.seal(YUNHE, US, SMALL)).replace("PUBLIC KEY BLOCK", "MESSAGE");
        UnaryOperator<byte[]> asItIs = UnaryOperator.identity();
        UnaryOperator<byte[]> anew = changed -> encrypted(US, changed);
        return NightlyRun.share(List.of(
                        Arguments.of(
                                "protected by a code",
                                EnvelopeFixture.seal(YUNHE, US, SMALL),
                                asItIs,
                                8,
                                YUNHE.certificate()),
                        Arguments.of(
                                "in armor",
                                armored.getBytes(StandardCharsets.US_ASCII),
                                asItIs,
                                1,
                                YUNHE.certificate()),
                        Arguments.of(
                                "protected by AEAD, by a key of version 6",
                                encrypted(OpenPgpVariantsTest.aead(2), ForgedMessages.method(US), plain6),
                                asItIs,
                                8,
                                OF_VERSION_6.certificate()),
                        Arguments.of("changed inside and encrypted anew", plain, anew, 8, YUNHE.certificate()),
                        Arguments.of(
                                "changed inside and encrypted anew, by a key of version 6",
                                plain6,
                                anew,
                                1,
                                OF_VERSION_6.certificate()),
                        Arguments.of(
                                "changed inside the compression", plain, compressedAnew(anew), 1, YUNHE.certificate())))
                .stream();
    }

    private static UnaryOperator<byte[]> compressedAnew(UnaryOperator<byte[]> anew) {
        return changed -> anew.apply(ForgedMessages.compressed(1, changed));
    }

    // one part of the nightly run may have no cases of a short message
    @ParameterizedTest(name = "{0}", allowZeroInvocations = true)
    @MethodSource("messages")
    void isRefusedOrTheSame(String name, byte[] good, UnaryOperator<byte[]> sealed, int bits, Certificate signer) {
        assertThat(EnvelopeFixture.open(sealed.apply(good), ASSOCIATION, signer))
                .as("what nobody has changed")
                .isInstanceOfSatisfying(
                        OpenResult.Opened.class,
                        opened -> assertThat(opened.value()).isEqualTo(SMALL));
        String worst = "refused, or the same content";
        String expected = worst;
        for (int position = 0; position < good.length; position++) {
            for (int change : changes(position, bits)) {
                byte[] changed = good.clone();
                changed[position] ^= (byte) change;
                OpenResult<byte[]> openResult = EnvelopeFixture.open(sealed.apply(changed), ASSOCIATION, signer);
                if (openResult instanceof OpenResult.Opened<byte[]> opened && !Arrays.equals(opened.value(), SMALL)) {
                    worst = "other content, byte " + position + " changed by " + change;
                }
            }
        }
        AttackTable.row("one byte changed: a message " + name, expected, worst);
    }

    private static int[] changes(int position, int bits) {
        return ALL
                ? IntStream.range(1, 1 << BITS).toArray()
                : IntStream.range(0, bits)
                        .map(bit -> 1 << (position + bit) % BITS)
                        .toArray();
    }
}
