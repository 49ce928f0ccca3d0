package jinbo.exchange.openpgp;

import static jinbo.exchange.openpgp.EnvelopeFixture.CONTENT;
import static jinbo.exchange.openpgp.ForgedMessages.encrypted;
import static jinbo.exchange.openpgp.ForgedMessages.signed;
import static jinbo.exchange.openpgp.MessageAttacksTest.assertInvalid;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import org.bouncycastle.openpgp.operator.PGPDataEncryptorBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPGPDataEncryptorBuilder;
import org.junit.jupiter.api.Test;

/** Truncated or damaged messages never yield anything but the signed content. */
class DamageTest {

    private final SecretKeys association = SampleKeys.secret("association");
    private final SecretKeys yunhe = SampleKeys.secret("YUNHE");
    private final Certificate us = association.certificate();

    @Test
    void refusesEveryTruncation() {
        byte[] sealed = EnvelopeFixture.seal(yunhe, us);
        for (int length = 0; length < sealed.length; length++) {
            assertInvalid(open(Arrays.copyOf(sealed, length)), "");
        }
    }

    @Test
    void refusesWrongModificationDetectionCodeDespiteSignature() {
        byte[] sealed = encrypted(us, signed(yunhe, CONTENT));
        sealed[sealed.length - 1] ^= 1;

        assertInvalid(open(sealed), "modification detection code");
    }

    @Test
    void refusesEveryTruncationOfAead() {
        PGPDataEncryptorBuilder aead =
                new BcPGPDataEncryptorBuilder(9).setWithAEAD(2, 6).setUseV6AEAD();
        byte[] sealed = encrypted(aead, ForgedMessages.method(us), signed(yunhe, CONTENT));

        assertThat(open(sealed)).isInstanceOf(OpenResult.Opened.class);
        for (int length = 0; length < sealed.length; length++) {
            assertInvalid(open(Arrays.copyOf(sealed, length)), "");
        }
    }

    @Test
    void refusesNoise() {
        Random random = new Random(5);
        for (int i = 0; i < 2000; i++) {
            byte[] noise = new byte[random.nextInt(200)];
            random.nextBytes(noise);
            assertInvalid(open(noise), "");
        }
    }

    @Test
    void doesNotReleaseValueIfSignatureIsInvalid() throws Exception {
        boolean[] read = {false};

        assertInvalid(
                new Opener(association, CryptoPolicy.standard())
                        .open(badlySigned(), EnvelopeFixture.from(yunhe.certificate()), clear -> {
                            read[0] = true;
                            return clear.readAllBytes();
                        }),
                "does not fit the content");
        assertThat(read[0]).isTrue();
    }

    @Test
    void doesNotReleaseExceptionIfSignatureIsInvalid() throws Exception {
        assertInvalid(
                new Opener(association, CryptoPolicy.standard())
                        .open(badlySigned(), EnvelopeFixture.from(yunhe.certificate()), clear -> {
                            throw new IllegalStateException("about content that nobody signed");
                        }),
                "does not fit the content");
    }

    @Test
    void doesNotReleaseValueIfReaderSwallowsDamage() throws Exception {
        byte[] sealed = EnvelopeFixture.seal(yunhe, us, new byte[500_000]);
        byte[] cut = Arrays.copyOf(sealed, sealed.length - 30);

        assertInvalid(
                new Opener(association, CryptoPolicy.standard())
                        .open(new ByteArrayInputStream(cut), EnvelopeFixture.from(yunhe.certificate()), clear -> {
                            try {
                                clear.readAllBytes();
                            } catch (IOException e) {
                                return "swallowed";
                            }
                            return "read";
                        }),
                "");
    }

    @Test
    void refusesFileIfReaderOverflowsTheStack() throws Exception {
        assertInvalid(
                new Opener(association, CryptoPolicy.standard())
                        .open(
                                new ByteArrayInputStream(EnvelopeFixture.seal(yunhe, us)),
                                EnvelopeFixture.from(yunhe.certificate()),
                                clear -> {
                                    throw new StackOverflowError();
                                }),
                "StackOverflowError");
    }

    private ByteArrayInputStream badlySigned() {
        byte[] forged = signed(yunhe, CONTENT);
        forged[forged.length - 1] ^= 1;
        return new ByteArrayInputStream(encrypted(us, forged));
    }

    private OpenResult<byte[]> open(byte[] sealed) {
        return EnvelopeFixture.open(sealed, association, yunhe.certificate());
    }
}
