package jinbo.exchange.openpgp;

import static jinbo.exchange.openpgp.EnvelopeFixture.CONTENT;
import static jinbo.exchange.openpgp.EnvelopeFixture.NOW;
import static jinbo.exchange.openpgp.ForgedMessages.compressed;
import static jinbo.exchange.openpgp.ForgedMessages.encrypted;
import static jinbo.exchange.openpgp.ForgedMessages.join;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.bouncycastle.openpgp.operator.PGPDataEncryptorBuilder;
import org.bouncycastle.openpgp.operator.PublicKeyKeyEncryptionMethodGenerator;
import org.bouncycastle.openpgp.operator.bc.BcPGPDataEncryptorBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPublicKeyKeyEncryptionMethodGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;

/** Variants of messages that partners may send. */
class OpenPgpVariantsTest {

    private static final SecretKeys ASSOCIATION = SampleKeys.secret("association");
    private static final SecretKeys YUNHE = SampleKeys.secret("YUNHE");
    private static final Certificate US = ASSOCIATION.certificate();
    private static final byte[] GOOD = ForgedMessages.signed(YUNHE, CONTENT);
    private static final UnlockedSecretKey OF_VERSION_6 =
            ForgedKeys.aKey().of(KeyKind.ED25519_V6).make();

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"RSA_1024", "RSA_2048"})
    void opensWithEachKindOfKey(KeyKind kind) throws IOException {
        SecretKeys keys = loaded(ForgedKeys.aKey().of(kind).make());
        Certificate certificate = Certificate.parse(keys.certificate().armored().getBytes(StandardCharsets.US_ASCII));
        byte[] sealed = EnvelopeFixture.seal(keys, certificate);

        EnvelopeAttackTable.opened(
                "partner: keys of " + kind.description(), CONTENT, EnvelopeFixture.open(sealed, keys, certificate));
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.INCLUDE,
            names = {"ED25519_V4", "ED25519_V6", "ED448_V6", "ECDSA_P256_V6", "EDDSA_LEGACY"})
    void opensSignatureOfEachKindOfSubkey(KeyKind kind) {
        UnlockedSecretKey key =
                ForgedKeys.aKey().of(kind).withSigningSubkey(true).make();
        byte[] signed = ForgedMessages.signed(key.pairs().get(1), CONTENT, 10, NOW, more -> {});

        EnvelopeAttackTable.opened(
                "partner: a signing subkey of " + kind.description(),
                CONTENT,
                EnvelopeFixture.open(encrypted(US, signed), ASSOCIATION, key.certificate()));
    }

    @ParameterizedTest
    @CsvSource({"EAX,1", "OCB,2", "GCM,3"})
    void opensEachAeadMode(String name, int mode) throws IOException {
        SecretKeys recipient = loaded(OF_VERSION_6);
        byte[] toVersion4 = encrypted(aead(mode), ForgedMessages.method(US), GOOD);
        byte[] toVersion6 = encrypted(aead(mode), ForgedMessages.method(recipient.certificate()), GOOD);

        EnvelopeAttackTable.opened("partner: " + name + " to a key of version 4", CONTENT, open(toVersion4));
        EnvelopeAttackTable.opened(
                "partner: " + name + " to a key of version 6",
                CONTENT,
                EnvelopeFixture.open(toVersion6, recipient, YUNHE.certificate()));
    }

    @ParameterizedTest
    @CsvSource({"none,0", "ZIP,1", "ZLIB,2", "BZip2,3"})
    void opensEachCompressionBinaryAndArmored(String name, int algorithm) {
        byte[] sealed = encrypted(US, compressed(algorithm, GOOD));
        String armored = CertificateFile.armored(sealed).replace("PUBLIC KEY BLOCK", "MESSAGE");

        EnvelopeAttackTable.opened("partner: compression " + name + ", binary", CONTENT, open(sealed));
        EnvelopeAttackTable.opened(
                "partner: compression " + name + ", armored",
                CONTENT,
                open(armored.getBytes(StandardCharsets.US_ASCII)));
    }

    @Test
    void opensUncompressedContent() {
        EnvelopeAttackTable.opened("partner: no compressed packet", CONTENT, open(encrypted(US, GOOD)));
    }

    @ParameterizedTest
    @ValueSource(chars = {'b', 't', 'u'})
    void opensEachTypeOfLiteral(char type) {
        EnvelopeAttackTable.opened(
                "partner: literal of type " + type, CONTENT, open(encrypted(US, withLiteral(type, ""))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../x", "/etc/passwd", "_CONSOLE", "a\u0000b"})
    void ignoresNameInLiteral(String name) {
        EnvelopeAttackTable.opened(
                "partner: embedded file name `" + name.replace('\u0000', '?') + "`, which is ignored",
                CONTENT,
                open(encrypted(US, withLiteral('b', name))));
    }

    @Test
    void opensMessageToSeveralRecipients() {
        byte[] others = sessionKey(encrypted(SampleKeys.certificate("BEIDOU"), GOOD));
        byte[] unknown = Packet.encode(Packet.SESSION_KEY, join(new byte[] {3}, new byte[8], new byte[] {99, 1, 2, 3}));

        EnvelopeAttackTable.opened(
                "partner: recipients before us", CONTENT, open(join(others, unknown, encrypted(US, GOOD))));
    }

    @Test
    void opensMessageToHiddenRecipients() throws IOException {
        SecretKeys recipient = loaded(OF_VERSION_6);
        BcPublicKeyKeyEncryptionMethodGenerator toUs = methodFor(US);
        BcPublicKeyKeyEncryptionMethodGenerator toVersion6 = methodFor(recipient.certificate());
        PublicKeyKeyEncryptionMethodGenerator hidden = toUs.setUseWildcardRecipient(true);
        PublicKeyKeyEncryptionMethodGenerator hidden6 = toVersion6.setUseWildcardRecipient(true);
        byte[] hiddenOther = sessionKey(encrypted(
                new BcPGPDataEncryptorBuilder(9).setWithIntegrityPacket(true),
                methodFor(SampleKeys.certificate("BEIDOU")).setUseWildcardRecipient(true),
                GOOD));
        byte[] sealed = encrypted(new BcPGPDataEncryptorBuilder(9).setWithIntegrityPacket(true), hidden, GOOD);

        EnvelopeAttackTable.opened("partner: hidden recipient, version 3", CONTENT, open(sealed));
        EnvelopeAttackTable.opened("partner: another hidden recipient first", CONTENT, open(join(hiddenOther, sealed)));
        EnvelopeAttackTable.opened(
                "partner: hidden recipient, version 6",
                CONTENT,
                EnvelopeFixture.open(encrypted(aead(2), hidden6, GOOD), recipient, YUNHE.certificate()));
    }

    private static OpenResult<byte[]> open(byte[] sealed) {
        return EnvelopeFixture.open(sealed, ASSOCIATION, YUNHE.certificate());
    }

    static SecretKeys loaded(UnlockedSecretKey key) throws IOException {
        return SecretKeys.load(new ByteArrayInputStream(key.ring().getEncoded()), new char[0]);
    }

    static PGPDataEncryptorBuilder aead(int mode) {
        return new BcPGPDataEncryptorBuilder(9).setWithAEAD(mode, 6).setUseV6AEAD();
    }

    private static BcPublicKeyKeyEncryptionMethodGenerator methodFor(Certificate recipient) {
        return (BcPublicKeyKeyEncryptionMethodGenerator) ForgedMessages.method(recipient);
    }

    private static byte[] sessionKey(byte[] sealed) {
        return java.util.Arrays.copyOf(sealed, 2 + sealed[1]);
    }

    private static byte[] withLiteral(char type, String name) {
        byte[] utf8 = name.getBytes(StandardCharsets.UTF_8);
        byte[] head = join(new byte[] {(byte) type, (byte) utf8.length}, utf8, new byte[4]);
        byte[][] ends =
                ForgedMessages.signature(YUNHE.signingPair(NOW, CryptoPolicy.standard()), CONTENT, 8, NOW, more -> {});
        return join(ends[0], Packet.encode(Packet.LITERAL, join(head, CONTENT)), ends[1]);
    }
}
