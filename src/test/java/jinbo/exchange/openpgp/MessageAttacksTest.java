package jinbo.exchange.openpgp;

import static jinbo.exchange.openpgp.EnvelopeFixture.CONTENT;
import static jinbo.exchange.openpgp.EnvelopeFixture.NOW;
import static jinbo.exchange.openpgp.ForgedMessages.compressed;
import static jinbo.exchange.openpgp.ForgedMessages.encrypted;
import static jinbo.exchange.openpgp.ForgedMessages.join;
import static jinbo.exchange.openpgp.ForgedMessages.literal;
import static jinbo.exchange.openpgp.ForgedMessages.marker;
import static jinbo.exchange.openpgp.ForgedMessages.signed;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bouncycastle.openpgp.operator.bc.BcPBEKeyEncryptionMethodGenerator;
import org.bouncycastle.openpgp.operator.bc.BcPGPDataEncryptorBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Messages of a wrong structure, each with the reason for its refusal. */
class MessageAttacksTest {

    private static final SecretKeys ASSOCIATION = SampleKeys.secret("association");
    private static final SecretKeys YUNHE = SampleKeys.secret("YUNHE");
    private static final Certificate US = ASSOCIATION.certificate();
    private static final byte[] GOOD = signed(YUNHE, CONTENT);
    private static final byte[] SEALED = encrypted(US, GOOD);
    private static final byte[][] SIGNATURE =
            ForgedMessages.signature(YUNHE.signingPair(NOW, CryptoPolicy.standard()), CONTENT, 8, NOW, more -> {});
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
                attack("a detached signature in the file's place", "not encrypted", LAST),
                attack("a detached signature behind it", "type 2 follows after the encrypted data", join(SEALED, LAST)),
                attack("a detached signature before it", "not encrypted", join(LAST, SEALED)),
                attack("passphrase beside our key", "encrypted with a passphrase", join(passphraseKey(), SEALED)),
                attack("GnuPG's own OCB packet", "GnuPG's own OCB packet", join(sessionKey(), gnuPgOcb())),
                attack("padding before it", "type 21 has no place", join(padding(), SEALED)),
                attack("4 GiB announced, current format", "to others, not to us", announced(0xd2, 0xff, 4)),
                attack("4 GiB announced, old format", "no place in an envelope", announced(0xb6, -1, 4)),
                attack("a session key of 4 GiB", "ends within a packet", announced(0xc1, 0xff, 4)),
                attack("4 GiB announced, for us", "ends within a packet", announcedForUs()),
                attack("a session key in parts", "comes in parts as the standard forbids", new byte[] {(byte) 0xc1, -20
                }),
                attack("first part shorter than 512 bytes", "comes in parts as the standard forbids", new byte[] {
                    (byte) 0xd2, (byte) 0xe8
                }),
                attack("a session key without length", "has no length", new byte[] {(byte) 0x87, 3}),
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
                attack("detached signature, content not inside", "type 2 stands where", LAST),
                attack("detached signature behind the content", "not signed", join(content, LAST)),
                attack("padding inside", "type 21 stands where", join(padding(), GOOD)),
                attack("text signature", "sign without --textmode", join(textual(), content, LAST)),
                attack(
                        "announced for another hash",
                        "not the one that was announced",
                        join(otherHash(), content, LAST)),
                attack(
                        "a signature with more behind its numbers",
                        "follows within the packet",
                        join(ONE_PASS, content, longer())),
                attack("a statement made twice", "says twice", join(ONE_PASS, content, twiceDated())),
                attack("a subpacket beyond its area", "goes beyond its end", join(ONE_PASS, content, beyond())),
                attack(
                        "a name of the literal beyond its end",
                        "ends before it begins",
                        join(ONE_PASS, emptyLiteral(), LAST)),
                attack("an unknown kind of literal", "unknown format", join(ONE_PASS, literalOf('m'), LAST)),
                attack("compressed 30 times over", "type 8 stands where", nested(30)),
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
        EnvelopeAttackTable.refused(
                "message: " + attack,
                EnvelopeFault.ENVELOPE_INVALID,
                detail,
                EnvelopeFixture.open(message, ASSOCIATION, YUNHE.certificate()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("inside")
    void isRefusedInsideTheEncryption(String attack, String detail, byte[] packets) {
        EnvelopeAttackTable.refused(
                "inside: " + attack,
                EnvelopeFault.ENVELOPE_INVALID,
                detail,
                EnvelopeFixture.open(encrypted(US, packets), ASSOCIATION, YUNHE.certificate()));
    }

    @Test
    void forgedMessagesWithoutAttackOpen() {
        for (int algorithm : List.of(0, 1, 2, 3)) {
            assertThat(EnvelopeFixture.open(
                            encrypted(US, compressed(algorithm, GOOD)), ASSOCIATION, YUNHE.certificate()))
                    .as("compression %d", algorithm)
                    .isInstanceOf(OpenResult.Opened.class);
        }
        assertThat(EnvelopeFixture.open(SEALED, ASSOCIATION, YUNHE.certificate()))
                .isInstanceOf(OpenResult.Opened.class);
    }

    static Stream<Arguments> habits() {
        byte[] text = encrypted(US, join(textual(), literal(CONTENT), LAST));
        byte[] damaged = text.clone();
        damaged[damaged.length - 1] ^= 1;
        return Stream.of(
                Arguments.of(text, Optional.of(EnvelopeAdvice.TEXT_SIGNATURE)),
                Arguments.of(encrypted(US, literal(CONTENT)), Optional.of(EnvelopeAdvice.NOT_SIGNED)),
                Arguments.of(GOOD, Optional.of(EnvelopeAdvice.NOT_ENCRYPTED)),
                Arguments.of(symmetricOnly(), Optional.of(EnvelopeAdvice.PASSPHRASE)),
                Arguments.of(withoutIntegrity(), Optional.of(EnvelopeAdvice.NO_INTEGRITY_PROTECTION)),
                Arguments.of(join(sessionKey(), gnuPgOcb()), Optional.of(EnvelopeAdvice.GNUPG_OCB)),
                Arguments.of(encrypted(US, join(otherHash(), literal(CONTENT), LAST)), Optional.empty()),
                // a message that was tampered with gives no advice about its content
                Arguments.of(damaged, Optional.empty()));
    }

    @ParameterizedTest
    @MethodSource("habits")
    void advisesSenderAboutItsSoftware(byte[] message, Optional<EnvelopeAdvice> advice) {
        OpenResult<byte[]> openResult = EnvelopeFixture.open(message, ASSOCIATION, YUNHE.certificate());

        assertThat(openResult).isInstanceOf(OpenResult.Refused.class);
        assertThat(((OpenResult.Refused<byte[]>) openResult).advice()).isEqualTo(advice);
    }

    static void assertInvalid(OpenResult<?> openResult, String detail) {
        assertThat(openResult).isInstanceOfSatisfying(OpenResult.Refused.class, refused -> {
            assertThat(refused.fault()).as(refused.operatorDetail()).isEqualTo(EnvelopeFault.ENVELOPE_INVALID);
            assertThat(refused.operatorDetail()).contains(detail);
        });
    }

    private static Arguments attack(String name, String detail, byte[] bytes) {
        return Arguments.of(name, detail, bytes);
    }

    private static byte[] passphraseKey() {
        return Arrays.copyOf(symmetricOnly(), 2 + symmetricOnly()[1]);
    }

    private static byte[] gnuPgOcb() {
        return Packet.encode(Packet.GNUPG_OCB, new byte[64]);
    }

    private static byte[] padding() {
        return Packet.encode(21, new byte[16]);
    }

    /** A header that announces the greatest length, and a few bytes. */
    private static byte[] announced(int head, int form, int octets) {
        byte[] length = new byte[octets];
        Arrays.fill(length, (byte) 0xff);
        byte[] start = form < 0 ? new byte[] {(byte) head} : new byte[] {(byte) head, (byte) form};
        return join(start, length, new byte[] {1}, new byte[20]);
    }

    /** A valid beginning of an encrypted packet that announces a much greater length. */
    private static byte[] announcedForUs() {
        byte[] key = sessionKey();
        int body = key.length + (SEALED[key.length + 1] == -1 ? 6 : 3);
        return join(key, new byte[] {(byte) 0xd2, -1, -1, -1, -1, -1}, Arrays.copyOfRange(SEALED, body, SEALED.length));
    }

    private static byte[] textual() {
        byte[] onePass = ONE_PASS.clone();
        onePass[3] = 1;
        return onePass;
    }

    private static byte[] otherHash() {
        byte[] onePass = ONE_PASS.clone();
        onePass[4] = 10;
        return onePass;
    }

    private static byte[] lastBody() {
        assertThat(LAST[1] & 0xff).as("one octet of length").isLessThan(192);
        return Arrays.copyOfRange(LAST, 2, LAST.length);
    }

    private static byte[] longer() {
        return Packet.encode(Packet.SIGNATURE, Arrays.copyOf(lastBody(), lastBody().length + 1));
    }

    /** Repeats the creation time, the only hashed subpacket. */
    private static byte[] twiceDated() {
        byte[] body = lastBody();
        assertThat(body[5]).as("length of the hashed part").isEqualTo((byte) 6);
        byte[] time = Arrays.copyOfRange(body, 6, 12);
        return Packet.encode(
                Packet.SIGNATURE,
                join(Arrays.copyOf(body, 5), new byte[] {12}, time, time, Arrays.copyOfRange(body, 12, body.length)));
    }

    private static byte[] beyond() {
        byte[] body = lastBody();
        body[6] = 100;
        return Packet.encode(Packet.SIGNATURE, body);
    }

    private static byte[] emptyLiteral() {
        return Packet.encode(Packet.LITERAL, new byte[] {'b', 50, 'x'});
    }

    private static byte[] literalOf(int format) {
        return Packet.encode(Packet.LITERAL, join(new byte[] {(byte) format, 0, 0, 0, 0, 0}, CONTENT));
    }

    private static byte[] nested(int depth) {
        byte[] packets = GOOD;
        for (int i = 0; i < depth; i++) {
            packets = compressed(1, packets);
        }
        return packets;
    }

    private static byte[] symmetricOnly() {
        return encrypted(
                new BcPGPDataEncryptorBuilder(9).setWithIntegrityPacket(true),
                new BcPBEKeyEncryptionMethodGenerator("x".toCharArray()),
                GOOD);
    }

    private static byte[] withoutIntegrity() {
        return encrypted(
                new BcPGPDataEncryptorBuilder(9).setWithIntegrityPacket(false), ForgedMessages.method(US), GOOD);
    }

    private static byte[] sessionKey() {
        assertThat(SEALED[1]).as("one octet of length").isPositive();
        return Arrays.copyOf(SEALED, 2 + SEALED[1]);
    }
}
