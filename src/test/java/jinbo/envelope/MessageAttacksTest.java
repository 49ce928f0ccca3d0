package jinbo.envelope;

import static jinbo.envelope.Exchange.CONTENT;
import static jinbo.envelope.Exchange.NOW;
import static jinbo.envelope.Forge.compressed;
import static jinbo.envelope.Forge.encrypted;
import static jinbo.envelope.Forge.join;
import static jinbo.envelope.Forge.literal;
import static jinbo.envelope.Forge.marker;
import static jinbo.envelope.Forge.signed;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.bouncycastle.openpgp.operator.bc.BcPBEKeyEncryptionMethodGenerator;
import org.bouncycastle.openpgp.operator.bc.BcPGPDataEncryptorBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Messages of another shape than the one that is accepted, each with the reason for which it must be refused. */
class MessageAttacksTest {

    private static final SecretKeys ASSOCIATION = SampleKeys.secret("association");
    private static final SecretKeys YUNHE = SampleKeys.secret("YUNHE");
    private static final Certificate US = ASSOCIATION.certificate();
    private static final byte[] GOOD = signed(YUNHE, CONTENT);
    private static final byte[] SEALED = encrypted(US, GOOD);
    private static final byte[][] SIGNATURE =
            Forge.signature(YUNHE.signingPair(NOW, CryptoPolicy.standard()), CONTENT, 8, NOW, more -> {});
    private static final byte[] ONE_PASS = SIGNATURE[0];
    private static final byte[] LAST = SIGNATURE[1];
    private static final String ONE_KEY = "sign with one key only";

    static Stream<Arguments> outside() {
        return Stream.of(
                attack("empty", "The file is empty", new byte[0]),
                attack("text", "Neither a binary message", "mobile,complaint\r\n".getBytes()),
                attack("unencrypted", "not encrypted", GOOD),
                attack("unencrypted and compressed", "not encrypted", compressed(1, GOOD)),
                attack("symmetric only", "encrypted with a passphrase", symmetricOnly()),
                attack("tag 9 without integrity protection", "without integrity protection", withoutIntegrity()),
                attack("trailing byte", "No packet begins", join(SEALED, new byte[] {0})),
                attack("trailing packet", "type 10 follows after the encrypted data", join(SEALED, marker())),
                attack("a second message behind", "type 1 follows after the encrypted data", join(SEALED, SEALED)),
                attack("leading marker", "type 10 has no place", join(marker(), SEALED)),
                attack("encrypted to someone else", "to others, not to us", encrypted(YUNHE.certificate(), GOOD)),
                attack("session key alone", "ends after the session keys", sessionKey()),
                attack(
                        "more packets than any list of recipients needs",
                        "more than 64 packets",
                        join(Stream.generate(MessageAttacksTest::sessionKey)
                                .limit(70)
                                .toArray(byte[][]::new))));
    }

    static Stream<Arguments> inside() {
        byte[] notLast = ONE_PASS.clone();
        notLast[notLast.length - 1] = 0;
        byte[] content = literal(CONTENT);
        return Stream.of(
                attack("unsigned", "not signed", content),
                attack("unsigned and compressed", "not signed", compressed(1, content)),
                attack("signature left off", "ends where the signature should be", join(ONE_PASS, content)),
                attack("announcement left off", "not signed", join(content, LAST)),
                attack("signature in front, old style", "type 2 stands where", join(LAST, content)),
                attack("other content", "does not fit the content", join(ONE_PASS, literal(new byte[1]), LAST)),
                attack("marker inside", "type 10 stands where", join(marker(), GOOD)),
                attack("packet behind the signature", "type 10 follows after the signature", join(GOOD, marker())),
                attack("literal in front of the signed one", "not signed", join(content, GOOD)),
                attack("literal behind the signed one", "type 11 follows after the signature", join(GOOD, content)),
                attack(
                        "two literals under one signature",
                        "type 11 stands where the signature should be",
                        join(ONE_PASS, content, content, LAST)),
                attack("two signatures", ONE_KEY, join(notLast, ONE_PASS, content, LAST, LAST)),
                attack("an announcement that is not the last", ONE_KEY, join(notLast, content, LAST)),
                attack("compressed in compressed", "type 8 stands where", compressed(2, compressed(1, GOOD))),
                attack("message in message", "type 1 stands where", SEALED),
                attack("signed message as content", "type 4 stands where", join(ONE_PASS, GOOD, LAST)),
                attack("two compressed packets", "hidden behind", join(compressed(1, GOOD), compressed(1, GOOD))),
                attack("data behind the compressed data", "hidden behind", join(compressed(1, GOOD), new byte[6])),
                attack(
                        "unknown compression",
                        "compression, number 4",
                        Packet.encode(Packet.COMPRESSED, join(new byte[] {4}, GOOD))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("outside")
    void isRefused(String attack, String detail, byte[] message) {
        assertInvalid(Exchange.open(message, ASSOCIATION, YUNHE.certificate()), detail);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("inside")
    void isRefusedWhenItComesOutOfTheEncryption(String attack, String detail, byte[] packets) {
        assertInvalid(Exchange.open(encrypted(US, packets), ASSOCIATION, YUNHE.certificate()), detail);
    }

    @Test
    void theSameForgeMakesMessagesThatOpen() {
        for (int algorithm : List.of(0, 1, 2, 3)) {
            assertThat(Exchange.open(encrypted(US, compressed(algorithm, GOOD)), ASSOCIATION, YUNHE.certificate()))
                    .as("compression %d", algorithm)
                    .isInstanceOf(Opening.Opened.class);
        }
        assertThat(Exchange.open(SEALED, ASSOCIATION, YUNHE.certificate())).isInstanceOf(Opening.Opened.class);
    }

    static void assertInvalid(Opening<?> opening, String detail) {
        assertThat(opening).isInstanceOfSatisfying(Opening.Refused.class, refused -> {
            assertThat(refused.fault()).as(refused.operatorDetail()).isEqualTo(EnvelopeFault.ENVELOPE_INVALID);
            assertThat(refused.operatorDetail()).contains(detail);
        });
    }

    private static Arguments attack(String name, String detail, byte[] bytes) {
        return Arguments.of(name, detail, bytes);
    }

    private static byte[] symmetricOnly() {
        return encrypted(
                new BcPGPDataEncryptorBuilder(9).setWithIntegrityPacket(true),
                new BcPBEKeyEncryptionMethodGenerator("x".toCharArray()),
                GOOD);
    }

    private static byte[] withoutIntegrity() {
        return encrypted(new BcPGPDataEncryptorBuilder(9).setWithIntegrityPacket(false), Forge.method(US), GOOD);
    }

    private static byte[] sessionKey() {
        assertThat(SEALED[1]).as("one octet of length").isPositive();
        return Arrays.copyOf(SEALED, 2 + SEALED[1]);
    }
}
