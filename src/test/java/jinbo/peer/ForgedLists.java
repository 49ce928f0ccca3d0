package jinbo.peer;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.Set;
import java.util.stream.StreamSupport;
import jinbo.exchange.openpgp.Certificate;
import jinbo.exchange.openpgp.Compression;
import jinbo.exchange.openpgp.CryptoPolicy;
import jinbo.exchange.openpgp.SealRequest;
import jinbo.exchange.openpgp.Sealer;
import jinbo.exchange.openpgp.SecretKeys;
import org.bouncycastle.openpgp.PGPEncryptedDataGenerator;
import org.bouncycastle.openpgp.PGPEncryptedDataList;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPLiteralData;
import org.bouncycastle.openpgp.PGPLiteralDataGenerator;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPPublicKeyEncryptedData;
import org.bouncycastle.openpgp.PGPSecretKeyRingCollection;
import org.bouncycastle.openpgp.PGPUtil;
import org.bouncycastle.openpgp.bc.BcPGPObjectFactory;
import org.bouncycastle.openpgp.bc.BcPGPPublicKeyRing;
import org.bouncycastle.openpgp.operator.PGPDataEncryptorBuilder;
import org.bouncycastle.openpgp.operator.bc.BcKeyFingerprintCalculator;
import org.bouncycastle.openpgp.operator.bc.BcPBESecretKeyDecryptorBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPGPDataEncryptorBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPGPDigestCalculatorProvider;
import org.bouncycastle.openpgp.operator.bc.BcPublicKeyDataDecryptorFactory;
import org.bouncycastle.openpgp.operator.bc.BcPublicKeyKeyEncryptionMethodGenerator;

/** Whoever can write to a drop and has an insurer's certificate, which is no secret, can make these in the place of a list. */
final class ForgedLists {

    private static final PGPDataEncryptorBuilder CODE = new BcPGPDataEncryptorBuilder(9).setWithIntegrityPacket(true);

    private ForgedLists() {}

    /** A byte of the encrypted data changed. */
    static byte[] changed(byte[] sealed) {
        byte[] changed = sealed.clone();
        changed[sealed.length - 60] ^= 1;
        return changed;
    }

    /** A list that nobody has signed. */
    static byte[] unsigned(Certificate victim, byte[] content) {
        return encrypted(victim, literal(content), CODE);
    }

    /** The same, protected as the standard has it since 2024. */
    static byte[] unsignedInVersionTwo(Certificate victim, byte[] content) {
        return encrypted(
                victim,
                literal(content),
                new BcPGPDataEncryptorBuilder(9).setWithAEAD(2, 6).setUseV6AEAD());
    }

    private static byte[] literal(byte[] content) {
        ByteArrayOutputStream literal = new ByteArrayOutputStream();
        try (OutputStream clear =
                new PGPLiteralDataGenerator().open(literal, PGPLiteralData.BINARY, "", content.length, new Date(0))) {
            clear.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return literal.toByteArray();
    }

    /** A list of somebody else's making, signed by him, with everything in its place. */
    static byte[] signed(SecretKeys signer, Certificate victim, String name, byte[] content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            new Sealer(signer, CryptoPolicy.standard(), Compression.standard())
                    .seal(clear -> clear.write(content), new SealRequest(name, Set.of(victim), Instant.now()), out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** What the association has signed for one insurer, taken out by that insurer and encrypted to another one. */
    static byte[] passedOn(byte[] sealed, Path secretKeyOfTheFirst, Certificate victim) {
        try {
            PGPEncryptedDataList message = (PGPEncryptedDataList) new BcPGPObjectFactory(sealed).nextObject();
            PGPPublicKeyEncryptedData sessionKey = (PGPPublicKeyEncryptedData) message.get(0);
            PGPSecretKeyRingCollection keys = new PGPSecretKeyRingCollection(
                    PGPUtil.getDecoderStream(new ByteArrayInputStream(Files.readAllBytes(secretKeyOfTheFirst))),
                    new BcKeyFingerprintCalculator());
            byte[] signed = sessionKey
                    .getDataStream(new BcPublicKeyDataDecryptorFactory(keys.getSecretKey(
                                    sessionKey.getKeyIdentifier().getKeyId())
                            .extractKeyPair(new BcPBESecretKeyDecryptorBuilder(new BcPGPDigestCalculatorProvider())
                                    .build(new char[0]))))
                    .readAllBytes();
            return encrypted(victim, signed, CODE);
        } catch (IOException | PGPException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] encrypted(Certificate victim, byte[] packets, PGPDataEncryptorBuilder protection) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            PGPPublicKey key = StreamSupport.stream(new BcPGPPublicKeyRing(victim.encoded()).spliterator(), false)
                    .filter(subkey -> !subkey.isMasterKey() && subkey.isEncryptionKey())
                    .reduce((before, last) -> last)
                    .orElseThrow();
            PGPEncryptedDataGenerator generator = new PGPEncryptedDataGenerator(protection);
            generator.addMethod(new BcPublicKeyKeyEncryptionMethodGenerator(key));
            try (OutputStream encrypted = generator.open(out, packets.length)) {
                encrypted.write(packets);
            }
        } catch (IOException | PGPException e) {
            throw new IllegalStateException(e);
        }
        return out.toByteArray();
    }
}
