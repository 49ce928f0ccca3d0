package jinbo.exchange.openpgp;

import static jinbo.exchange.openpgp.EnvelopeFault.ENVELOPE_INVALID;
import static jinbo.exchange.openpgp.EnvelopeFault.SIGNER_NOT_ACCEPTED;
import static jinbo.exchange.openpgp.EnvelopeFixture.CONTENT;
import static jinbo.exchange.openpgp.EnvelopeFixture.NOW;
import static jinbo.exchange.openpgp.ForgedMessages.encrypted;
import static jinbo.exchange.openpgp.ForgedMessages.join;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Faulty keys, announcements, signatures and session keys of version 6 (RFC 9580). */
class VersionSixAttacksTest {

    private static final int SALT_LENGTH = 4;
    private static final int SALT = 5;
    private static final int SALT_OF_SHA512 = 32;

    private final SecretKeys association = SampleKeys.secret("association");
    private final SecretKeys yunhe = SampleKeys.secret("YUNHE");
    private final Certificate us = association.certificate();
    private final UnlockedSecretKey key =
            ForgedKeys.aKey().of(KeyKind.ED25519_V6).make();
    private final byte[][] parts = ForgedMessages.signature(key.pairs().get(0), CONTENT, 10, NOW, more -> {});
    private final byte[] literal = ForgedMessages.literal(CONTENT);

    @Test
    void refusesSaltThatWasNotAnnounced() {
        byte[] onePass = body(parts[0]);
        assertThat(onePass[SALT_LENGTH]).isEqualTo((byte) SALT_OF_SHA512);
        onePass[SALT] ^= 1;

        refused(
                "announced with another salt",
                ENVELOPE_INVALID,
                "cannot be checked",
                onePass(onePass),
                literal,
                parts[1]);
    }

    @Test
    void refusesSaltOfWrongLength() {
        byte[] onePass = body(parts[0]);
        byte[] shorter = join(
                Arrays.copyOf(onePass, SALT_LENGTH),
                new byte[] {16},
                Arrays.copyOfRange(onePass, SALT, SALT + 16),
                Arrays.copyOfRange(onePass, SALT + SALT_OF_SHA512, onePass.length));

        refused(
                "a salt that is too short",
                ENVELOPE_INVALID,
                "not as long as its hash",
                onePass(shorter),
                literal,
                parts[1]);
    }

    @Test
    void refusesOtherFingerprintWithSameKeyId() {
        byte[] onePass = body(parts[0]);
        onePass[onePass.length - 2] ^= 1;

        refused(
                "a fingerprint that begins like the signer's",
                SIGNER_NOT_ACCEPTED,
                "none of the accepted signers'",
                onePass(onePass),
                literal,
                parts[1]);
    }

    @Test
    void refusesMixedVersionsOfSignatures() {
        byte[][] ofVersion4 =
                ForgedMessages.signature(yunhe.signingPair(NOW, CryptoPolicy.standard()), CONTENT, 10, NOW, more -> {});

        refused(
                "announced in version 6, signed in version 4",
                ENVELOPE_INVALID,
                "not the one that was announced",
                parts[0],
                literal,
                ofVersion4[1]);
        refused(
                "announced in version 3, signed in version 6",
                ENVELOPE_INVALID,
                "not the one that was announced",
                ofVersion4[0],
                literal,
                parts[1]);
    }

    @Test
    void refusesMixedVersionsOfSessionKeyAndProtection() {
        byte[] good = ForgedMessages.signed(yunhe, CONTENT);
        byte[] version3 = encrypted(us, good);
        byte[] version6 = encrypted(OpenPgpVariantsTest.aead(2), ForgedMessages.method(us), good);

        sealed("a session key of version 3 before AEAD", "version 3 goes with", join(first(version3), rest(version6)));
        sealed(
                "a session key of version 6 before a code",
                "version 6 goes with",
                join(first(version6), rest(version3)));
        sealed(
                "both session keys before AEAD",
                "version 3 goes with",
                join(first(version6), first(version3), rest(version6)));
    }

    @Test
    void refusesTrailingOctetsOfSessionKey() {
        byte[] message = encrypted(us, ForgedMessages.signed(yunhe, CONTENT));
        byte[] longer = Packet.encode(Packet.SESSION_KEY, join(body(first(message)), new byte[1]));

        sealed("a session key with more behind it", "follows within the packet", join(longer, rest(message)));
    }

    @Test
    void refusesEd448WithShortHash() {
        UnlockedSecretKey ed448 = ForgedKeys.aKey().of(KeyKind.ED448_V6).make();
        byte[] signed = ForgedMessages.signed(ed448.pairs().get(0), CONTENT, 8, NOW, more -> {});

        EnvelopeAttackTable.refused(
                "version 6: Ed448 over SHA-256",
                ENVELOPE_INVALID,
                "a hash other than SHA-512",
                EnvelopeFixture.open(encrypted(us, signed), association, ed448.certificate()));
    }

    private void refused(String sent, EnvelopeFault fault, String detail, byte[]... packets) {
        EnvelopeAttackTable.refused(
                "version 6: " + sent,
                fault,
                detail,
                EnvelopeFixture.open(
                        encrypted(us, join(packets)), association, key.certificate(), yunhe.certificate()));
    }

    private void sealed(String sent, String detail, byte[] message) {
        EnvelopeAttackTable.refused(
                "version 6: " + sent,
                ENVELOPE_INVALID,
                detail,
                EnvelopeFixture.open(message, association, yunhe.certificate()));
    }

    private static byte[] onePass(byte[] body) {
        return Packet.encode(Packet.ONE_PASS_SIGNATURE, body);
    }

    private static byte[] body(byte[] packet) {
        PacketMap.Piece piece = PacketMap.of(packet).get(0);
        return Arrays.copyOfRange(packet, piece.bodyBegin(), piece.end());
    }

    private static byte[] first(byte[] message) {
        return Arrays.copyOf(message, PacketMap.of(message).get(0).end());
    }

    private static byte[] rest(byte[] message) {
        return Arrays.copyOfRange(message, PacketMap.of(message).get(0).end(), message.length);
    }
}
