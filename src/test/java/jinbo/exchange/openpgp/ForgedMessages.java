package jinbo.exchange.openpgp;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.Date;
import java.util.function.Consumer;
import org.bouncycastle.openpgp.PGPCompressedDataGenerator;
import org.bouncycastle.openpgp.PGPEncryptedDataGenerator;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPSignatureGenerator;
import org.bouncycastle.openpgp.PGPSignatureSubpacketGenerator;
import org.bouncycastle.openpgp.operator.PGPDataEncryptorBuilder;
import org.bouncycastle.openpgp.operator.PGPKeyEncryptionMethodGenerator;
import org.bouncycastle.openpgp.operator.bc.BcPGPDataEncryptorBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPublicKeyKeyEncryptionMethodGenerator;
import org.bouncycastle.openpgp.operator.jcajce.JcaPGPContentSignerBuilder;

/** Creates the layers of messages separately, to combine them in ways that honest software does not. */
final class ForgedMessages {

    private ForgedMessages() {}

    static byte[] join(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    static byte[] literal(byte[] content) {
        return Packet.encode(Packet.LITERAL, join(new byte[] {'b', 0, 0, 0, 0, 0}, content));
    }

    static byte[] marker() {
        return Packet.encode(10, new byte[] {'P', 'G', 'P'});
    }

    static byte[] signed(SecretKeys signer, byte[] content) {
        return signed(
                signer.signingPair(EnvelopeFixture.NOW, CryptoPolicy.standard()),
                content,
                8,
                EnvelopeFixture.NOW,
                more -> {});
    }

    static byte[] signed(
            UnlockedSecretKey.Pair signer,
            byte[] content,
            int hash,
            Instant at,
            Consumer<PGPSignatureSubpacketGenerator> more) {
        byte[][] ends = signature(signer, content, hash, at, more);
        return join(ends[0], literal(content), ends[1]);
    }

    static byte[][] signature(
            UnlockedSecretKey.Pair signer,
            byte[] content,
            int hash,
            Instant at,
            Consumer<PGPSignatureSubpacketGenerator> more) {
        try {
            PGPPublicKey key = signer.publicKey();
            PGPSignatureGenerator signature =
                    new PGPSignatureGenerator(new JcaPGPContentSignerBuilder(key.getAlgorithm(), hash), key);
            signature.init(0, signer.privateKey());
            PGPSignatureSubpacketGenerator subpackets = new PGPSignatureSubpacketGenerator();
            subpackets.setSignatureCreationTime(false, Date.from(at));
            more.accept(subpackets);
            signature.setHashedSubpackets(subpackets.generate());
            byte[] onePass = signature.generateOnePassVersion(false).getEncoded();
            signature.update(content);
            return new byte[][] {onePass, signature.generate().getEncoded()};
        } catch (PGPException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static byte[] compressed(int algorithm, byte[] packets) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            PGPCompressedDataGenerator generator = new PGPCompressedDataGenerator(algorithm);
            try (OutputStream compressed = generator.open(out)) {
                compressed.write(packets);
            }
            generator.close();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return out.toByteArray();
    }

    static byte[] encrypted(Certificate recipient, byte[] packets) {
        return encrypted(new BcPGPDataEncryptorBuilder(9).setWithIntegrityPacket(true), method(recipient), packets);
    }

    static PGPKeyEncryptionMethodGenerator method(Certificate recipient) {
        return new BcPublicKeyKeyEncryptionMethodGenerator(recipient
                .usableKeys(KeyUse.ENCRYPT, EnvelopeFixture.NOW, CryptoPolicy.standard())
                .get(0));
    }

    static byte[] encrypted(PGPDataEncryptorBuilder encryptor, PGPKeyEncryptionMethodGenerator method, byte[] packets) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            PGPEncryptedDataGenerator generator = new PGPEncryptedDataGenerator(encryptor);
            generator.addMethod(method);
            try (OutputStream encrypted = generator.open(out, packets.length)) {
                encrypted.write(packets);
            }
        } catch (PGPException | IOException e) {
            throw new IllegalStateException(e);
        }
        return out.toByteArray();
    }
}
