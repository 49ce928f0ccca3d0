package jinbo.exchange.openpgp;

import static jinbo.exchange.openpgp.EnvelopeFault.ENVELOPE_INVALID;
import static jinbo.exchange.openpgp.EnvelopeFixture.CONTENT;
import static jinbo.exchange.openpgp.EnvelopeFixture.FILE;
import static jinbo.exchange.openpgp.EnvelopeFixture.NOW;
import static jinbo.exchange.openpgp.ForgedMessages.encrypted;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPSignatureSubpacketGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The required and forbidden subpackets of signatures. */
class SignatureSubpacketsTest {

    private static final String NOTATION = SignatureSubpackets.FILE_NOTATION;

    private final SecretKeys association = SampleKeys.secret("association");
    private final SecretKeys yunhe = SampleKeys.secret("YUNHE");
    private final Certificate us = association.certificate();
    private final OpenRequest delivery =
            OpenRequest.forDelivery(AcceptedSigner.always(yunhe.certificate()), NOW, FILE, EnvelopeLimits.standard());

    @ParameterizedTest
    @CsvSource({
        "-P30DT1S,false,a second more than thirty days before",
        "-P30D,true,thirty days before",
        "PT5M,true,five minutes after",
        "PT5M1S,false,five minutes and a second after",
        "-P3650D,false,ten years before",
        "P365D,false,a year after"
    })
    void acceptsSignaturesWithinThirtyDaysAndFiveMinutes(Duration shift, boolean opens, String words) {
        OpenResult<byte[]> openResult = open(signedWith(NOW.plus(shift), subpackets -> {}));

        if (opens) {
            assertThat(openResult).isInstanceOf(OpenResult.Opened.class);
        } else {
            EnvelopeAttackTable.refused(
                    "statement: signed " + words + " the receipt", ENVELOPE_INVALID, "not within 30 days", openResult);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 11})
    void refusesWeakHash(int hash) {
        byte[] signed = ForgedMessages.signed(yunhe, CONTENT);
        assertThat(signed[1]).as("length of a one-pass signature").isEqualTo((byte) 13);
        signed[4] = (byte) hash;

        EnvelopeAttackTable.refused(
                "statement: hash number " + hash,
                ENVELOPE_INVALID,
                "hash, number " + hash,
                open(encrypted(us, signed)));
    }

    @Test
    void refusesSignatureForAnotherRecipient() {
        Certificate other = SampleKeys.certificate("BEIDOU");

        EnvelopeAttackTable.refused(
                "statement: intended for another recipient",
                ENVELOPE_INVALID,
                "not for us",
                open(signedWith(NOW, subpackets -> subpackets.addIntendedRecipientFingerprint(primary(other)))));
    }

    @Test
    void acceptsOneOfSeveralIntendedRecipients() {
        assertThat(open(signedWith(NOW, subpackets -> {
                    subpackets.addIntendedRecipientFingerprint(primary(SampleKeys.certificate("BEIDOU")));
                    subpackets.addIntendedRecipientFingerprint(primary(us));
                })))
                .isInstanceOf(OpenResult.Opened.class);
    }

    @Test
    void refusesUnknownCriticalSubpacket() {
        Consumer<PGPSignatureSubpacketGenerator> critical =
                subpackets -> subpackets.addNotationData(true, true, "x@y.example", "z");
        Consumer<PGPSignatureSubpacketGenerator> harmless =
                subpackets -> subpackets.addNotationData(false, true, "x@y.example", "z");

        EnvelopeAttackTable.refused(
                "statement: something critical and unknown",
                ENVELOPE_INVALID,
                "critical",
                open(signedWith(NOW, critical)));
        assertThat(open(signedWith(NOW, harmless))).isInstanceOf(OpenResult.Opened.class);
    }

    @Test
    void refusesExpiredSignature() {
        EnvelopeAttackTable.refused(
                "statement: expired signature",
                ENVELOPE_INVALID,
                "was to be good until",
                open(signedWith(NOW.minusSeconds(60), subpackets -> subpackets.setSignatureExpirationTime(60))));
    }

    @Test
    void refusesWrongIssuerFingerprint() {
        EnvelopeAttackTable.refused(
                "statement: names another key as its maker",
                ENVELOPE_INVALID,
                "names another key",
                open(signedWith(NOW, subpackets -> subpackets.setIssuerFingerprint(false, primary(us)))));
    }

    @Test
    void refusesDeliveryUnderAnotherName() {
        byte[] sealed = EnvelopeFixture.seal(association, yunhe.certificate());
        OpenRequest request =
                OpenRequest.forDelivery(AcceptedSigner.always(us), NOW, "other-" + FILE, EnvelopeLimits.standard());

        EnvelopeAttackTable.refused(
                "statement: a delivery under another name",
                ENVELOPE_INVALID,
                "another name",
                EnvelopeFixture.open(sealed, yunhe, request));
    }

    /** Withdrawals refer to a file by name, so an attacker with access to the drop must not swap names. */
    @Test
    void refusesUploadSignedForAnotherName() {
        Consumer<PGPSignatureSubpacketGenerator> other =
                subpackets -> subpackets.addNotationData(true, true, NOTATION, "x-" + FILE);
        Consumer<PGPSignatureSubpacketGenerator> same =
                subpackets -> subpackets.addNotationData(true, true, NOTATION, FILE);

        EnvelopeAttackTable.refused(
                "statement: an upload under another name",
                ENVELOPE_INVALID,
                "another name",
                open(signedWith(NOW, other)));
        assertThat(open(signedWith(NOW, same))).isInstanceOf(OpenResult.Opened.class);
    }

    @Test
    void refusesDeliveryThatDoesNotNameOneFile() {
        Consumer<PGPSignatureSubpacketGenerator> toUs =
                subpackets -> subpackets.addIntendedRecipientFingerprint(primary(us));
        Consumer<PGPSignatureSubpacketGenerator> two = subpackets -> {
            subpackets.addNotationData(false, true, NOTATION, FILE);
            subpackets.addNotationData(false, true, NOTATION, "other");
        };

        EnvelopeAttackTable.refused(
                "statement: a delivery that names no file",
                ENVELOPE_INVALID,
                "name one file",
                deliver(signedWith(NOW, toUs)));
        EnvelopeAttackTable.refused(
                "statement: a delivery that names two files",
                ENVELOPE_INVALID,
                "name one file",
                deliver(signedWith(NOW, toUs.andThen(two))));
    }

    @Test
    void refusesDeliveryWithoutRecipient() {
        EnvelopeAttackTable.refused(
                "statement: a delivery that does not say for whom",
                ENVELOPE_INVALID,
                "for whom",
                deliver(signedWith(NOW, subpackets -> subpackets.addNotationData(false, true, NOTATION, FILE))));
    }

    private static PGPPublicKey primary(Certificate certificate) {
        return certificate.keys().get(0);
    }

    private OpenResult<byte[]> open(byte[] sealed) {
        return EnvelopeFixture.open(sealed, association, yunhe.certificate());
    }

    private OpenResult<byte[]> deliver(byte[] sealed) {
        return EnvelopeFixture.open(sealed, association, delivery);
    }

    private byte[] signedWith(Instant at, Consumer<PGPSignatureSubpacketGenerator> more) {
        UnlockedSecretKey.Pair signer = yunhe.signingPair(at, CryptoPolicy.standard());
        return encrypted(us, ForgedMessages.signed(signer, CONTENT, 8, at, more));
    }
}
