package jinbo.exchange.openpgp;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Date;
import jinbo.exchange.openpgp.Sealer.ContentWriter;
import org.bouncycastle.bcpg.CompressionAlgorithmTags;
import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.bouncycastle.openpgp.PGPCompressedDataGenerator;
import org.bouncycastle.openpgp.PGPEncryptedDataGenerator;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPLiteralData;
import org.bouncycastle.openpgp.PGPLiteralDataGenerator;
import org.bouncycastle.openpgp.operator.bc.BcPublicKeyKeyEncryptionMethodGenerator;
import org.bouncycastle.openpgp.operator.jcajce.JcePGPDataEncryptorBuilder;

/** The forgery of an attacker who knows our certificate and has seen a signature of an insurer. */
public final class ForgedSignature {

    private static final int BUFFER = 1 << 16;

    private ForgedSignature() {}

    /** Writes an envelope whose content the named key has not signed. */
    public static void seal(
            Certificate recipient, SecretKeys signer, Instant at, ContentWriter content, OutputStream out)
            throws IOException {
        CryptoPolicy policy = CryptoPolicy.standard();
        byte[][] ofSomethingElse = ForgedMessages.signature(
                signer.signingPair(at, policy), new byte[] {1}, HashAlgorithmTags.SHA256, at, more -> {});
        PGPEncryptedDataGenerator encryption =
                new PGPEncryptedDataGenerator(new JcePGPDataEncryptorBuilder(policy.producedCipher())
                        .setWithIntegrityPacket(true)
                        .setSecureRandom(new SecureRandom()));
        encryption.addMethod(new BcPublicKeyKeyEncryptionMethodGenerator(
                recipient.usableKeys(KeyUse.ENCRYPT, at, policy).get(0)));
        try (OutputStream encrypted = encryption.open(out, new byte[BUFFER]);
                OutputStream compressed = new BufferedOutputStream(
                        new PGPCompressedDataGenerator(CompressionAlgorithmTags.ZIP).open(encrypted, new byte[BUFFER]),
                        BUFFER)) {
            compressed.write(ofSomethingElse[0]);
            try (OutputStream literal = new PGPLiteralDataGenerator()
                            .open(compressed, PGPLiteralData.BINARY, "", new Date(0), new byte[BUFFER]);
                    OutputStream buffered = new BufferedOutputStream(literal, BUFFER)) {
                content.writeTo(buffered);
            }
            compressed.write(ofSomethingElse[1]);
        } catch (PGPException e) {
            throw new IllegalStateException(e);
        }
    }
}
