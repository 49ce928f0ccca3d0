package jinbo.exchange.openpgp;

import static jinbo.exchange.openpgp.EnvelopeFault.ENVELOPE_INVALID;
import static jinbo.exchange.openpgp.EnvelopeFault.SIGNER_NOT_ACCEPTED;
import static jinbo.exchange.openpgp.EnvelopeFixture.CONTENT;
import static jinbo.exchange.openpgp.EnvelopeFixture.NOW;
import static jinbo.exchange.openpgp.ForgedMessages.encrypted;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The accepted signers and their keys. */
class SignerKeyAttacksTest {

    private static final List<String> WHY_REVOKED =
            List.of("revoked without a reason", "that was superseded", "that was compromised", "that was retired");

    private final SecretKeys association = SampleKeys.secret("association");
    private final SecretKeys yunhe = SampleKeys.secret("YUNHE");
    private final Certificate us = association.certificate();

    @Test
    void signedByAnotherInsurer() {
        byte[] sealed = EnvelopeFixture.seal(SampleKeys.secret("CHANGQING"), us);

        EnvelopeAttackTable.refused(
                "signer: another insurer",
                SIGNER_NOT_ACCEPTED,
                "none of the accepted signers'",
                open(sealed, yunhe.certificate()));
        EnvelopeAttackTable.refused(
                "signer: unknown, and nobody is accepted",
                SIGNER_NOT_ACCEPTED,
                "none of the accepted signers'",
                EnvelopeFixture.open(sealed, association));
    }

    @Test
    void doesNotCallReaderForUnknownSigner() throws Exception {
        byte[] sealed = EnvelopeFixture.seal(SampleKeys.secret("CHANGQING"), us);
        boolean[] called = {false};

        new Opener(association, CryptoPolicy.standard())
                .open(
                        new ByteArrayInputStream(sealed),
                        EnvelopeFixture.from(yunhe.certificate()),
                        clear -> called[0] = true);

        assertThat(called[0]).isFalse();
    }

    @Test
    void reportsDamageBeforeUnknownSigner() {
        byte[] sealed = EnvelopeFixture.seal(SampleKeys.secret("CHANGQING"), us);
        sealed[sealed.length - 1] ^= 1;

        EnvelopeAttackTable.refused(
                "signer: another insurer, and damaged",
                ENVELOPE_INVALID,
                "modification detection code",
                open(sealed, yunhe.certificate()));
    }

    @Test
    void acceptsKeyUntilItsLastSecond() {
        UnlockedSecretKey key = ForgedKeys.aKey().living(Duration.ofDays(30)).make();
        Instant end = ForgedKeys.BORN.plus(Duration.ofDays(30));

        EnvelopeAttackTable.refused(
                "signer: a key that expired at that second",
                SIGNER_NOT_ACCEPTED,
                "it expired at",
                openAt(end, signed(key, 0, end), key.certificate()));
        Instant before = end.minusSeconds(1);
        assertThat(openAt(before, signed(key, 0, before), key.certificate())).isInstanceOf(OpenResult.Opened.class);
    }

    @Test
    void refusesKeyCreatedAfterTheSignature() {
        UnlockedSecretKey key = ForgedKeys.aKey().make();
        Instant before = ForgedKeys.BORN.minusSeconds(1);

        EnvelopeAttackTable.refused(
                "signer: a key that was made after the signature",
                SIGNER_NOT_ACCEPTED,
                "made later",
                openAt(before, signed(key, 0, before), key.certificate()));
    }

    /** Reasons 0 (none) and 2 (compromised) are retroactive, 1 (superseded) and 3 (retired) are not. */
    @ParameterizedTest
    @CsvSource({"2,PT24H", "0,PT24H", "1,PT0S", "3,PT0S", "2,-PT24H"})
    void refusesRevokedKey(int reason, Duration shift) {
        UnlockedSecretKey key = ForgedKeys.aKey().make();
        Certificate revoked = ForgedKeys.revoked(key, reason, NOW.plus(shift));

        EnvelopeAttackTable.refused(
                "signer: a key " + WHY_REVOKED.get(reason)
                        + (shift.isNegative()
                                ? ", revoked before the signature"
                                : shift.isZero() ? ", revoked at the signature" : ", revoked after the signature"),
                SIGNER_NOT_ACCEPTED,
                "it was revoked",
                open(signed(key, 0, NOW), revoked));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void acceptsSignatureBeforeRetirementOfTheKey(int reason) {
        UnlockedSecretKey key = ForgedKeys.aKey().make();

        assertThat(open(signed(key, 0, NOW), ForgedKeys.revoked(key, reason, NOW.plusSeconds(1))))
                .isInstanceOf(OpenResult.Opened.class);
    }

    /** With a code alone, and with a text in GBK. */
    @ParameterizedTest
    @ValueSource(strings = {"02", "02B1BBB5C1"})
    void refusesKeyThatWasRevokedInAnyWords(String hex) {
        UnlockedSecretKey key = ForgedKeys.aKey().make();
        Certificate revoked =
                Certificate.parse(ForgedKeys.revoked(key, HexFormat.of().parseHex(hex), NOW.plusSeconds(1))
                        .encoded());

        assertThat(revoked.revocation())
                .hasValueSatisfying(found -> assertThat(found.compromised()).isTrue());
        assertThat(open(signed(key, 0, NOW), revoked)).isInstanceOf(OpenResult.Refused.class);
    }

    /** Revocations that were prepared together with an old key use SHA-1. */
    @Test
    void acceptsRevocationWithSha1() {
        UnlockedSecretKey key = ForgedKeys.aKey().make();

        EnvelopeAttackTable.refused(
                "signer: a key that was compromised, by a revocation over SHA-1",
                SIGNER_NOT_ACCEPTED,
                "it was revoked",
                open(signed(key, 0, NOW), ForgedKeys.revoked(key, 2, NOW, 2)));
    }

    @Test
    void refusesCompromisedKeyInAnyCertificate() {
        UnlockedSecretKey key = ForgedKeys.aKey().make();
        AcceptedSigner good = new AcceptedSigner(key.certificate(), Optional.empty(), Optional.empty(), false);
        AcceptedSigner registered = new AcceptedSigner(key.certificate(), Optional.empty(), Optional.empty(), true);
        AcceptedSigner revoked = new AcceptedSigner(
                ForgedKeys.revoked(key, 2, NOW.plusSeconds(1)), Optional.empty(), Optional.empty(), false);

        EnvelopeAttackTable.refused(
                "signer: registered as compromised, and good in another copy",
                SIGNER_NOT_ACCEPTED,
                "registered as compromised",
                openFrom(Set.of(good, registered), signed(key, 0, NOW)));
        EnvelopeAttackTable.refused(
                "signer: revoked as compromised, and good in another copy",
                SIGNER_NOT_ACCEPTED,
                "it was revoked",
                openFrom(Set.of(good, revoked), signed(key, 0, NOW)));
    }

    @Test
    void refusesSignatureOutsideTheAssociationsBounds() {
        UnlockedSecretKey key = ForgedKeys.aKey().make();

        EnvelopeAttackTable.refused(
                "signer: before the certificate counts",
                SIGNER_NOT_ACCEPTED,
                "accepted only from",
                openFrom(
                        Set.of(new AcceptedSigner(
                                key.certificate(), Optional.of(NOW.plusSeconds(1)), Optional.empty(), false)),
                        signed(key, 0, NOW)));
        EnvelopeAttackTable.refused(
                "signer: after the certificate has counted",
                SIGNER_NOT_ACCEPTED,
                "accepted only until",
                openFrom(
                        Set.of(new AcceptedSigner(key.certificate(), Optional.empty(), Optional.of(NOW), false)),
                        signed(key, 0, NOW)));
    }

    @Test
    void ignoresFlagsAndLifetimeOfSignatureThatNamesRevoker() {
        UnlockedSecretKey mortal = ForgedKeys.aKey().living(Duration.ofDays(30)).make();
        Instant end = ForgedKeys.BORN.plus(Duration.ofDays(30));
        Certificate certificate = ForgedKeys.namingARevoker(mortal);

        assertThat(openAt(end.minusSeconds(1), signed(mortal, 0, end.minusSeconds(1)), certificate))
                .isInstanceOf(OpenResult.Opened.class);
        EnvelopeAttackTable.refused(
                "signer: a key that expired, and names a revoker",
                SIGNER_NOT_ACCEPTED,
                "it expired at",
                openAt(end, signed(mortal, 0, end), certificate));
    }

    @Test
    void refusesKeyWithoutSigningFlag() {
        UnlockedSecretKey key = ForgedKeys.aKey().thatOnlyCertifies().make();

        EnvelopeAttackTable.refused(
                "signer: a key without the flag to sign",
                SIGNER_NOT_ACCEPTED,
                "not flagged to sign",
                open(signed(key, 0, NOW), key.certificate()));
    }

    @Test
    void acceptsSigningSubkeyWithBackSignature() {
        UnlockedSecretKey key = ForgedKeys.aKey().withSigningSubkey(true).make();

        assertThat(open(signed(key, 1, NOW), key.certificate()))
                .isInstanceOfSatisfying(OpenResult.Opened.class, opened -> {
                    assertThat(opened.signerCertificate())
                            .isEqualTo(key.certificate().fingerprint());
                    assertThat(opened.signingKey()).isNotEqualTo(opened.signerCertificate());
                });
    }

    @Test
    void refusesSigningSubkeyWithoutBackSignature() {
        UnlockedSecretKey key = ForgedKeys.aKey().withSigningSubkey(false).make();

        EnvelopeAttackTable.refused(
                "signer: a subkey without back-signature",
                SIGNER_NOT_ACCEPTED,
                "back-signature",
                open(signed(key, 1, NOW), key.certificate()));
    }

    @Test
    void refusesSelfSignatureWithSha1() {
        UnlockedSecretKey key = ForgedKeys.aKey().selfSignedWith(2).make();

        EnvelopeAttackTable.refused(
                "signer: a key that signs itself with SHA-1",
                SIGNER_NOT_ACCEPTED,
                "no valid self-signature",
                open(signed(key, 0, NOW), key.certificate()));
    }

    @ParameterizedTest
    @ValueSource(ints = {1024, 2048})
    void refusesShortRsaKey(int bits) {
        UnlockedSecretKey key = ForgedKeys.aKey().ofRsa(bits).make();

        EnvelopeAttackTable.refused(
                "signer: RSA of " + bits + " bits",
                SIGNER_NOT_ACCEPTED,
                "RSA with " + bits + " bits",
                open(signed(key, 0, NOW), key.certificate()));
    }

    @Test
    void acceptsRsa2048BySetting() {
        UnlockedSecretKey key = ForgedKeys.aKey().ofRsa(2048).make();
        CryptoPolicy policy = CryptoPolicy.standard().withMinRsaBits(2048);

        assertThat(EnvelopeFixture.open(
                        new ByteArrayInputStream(signed(key, 0, NOW)),
                        association,
                        policy,
                        EnvelopeFixture.from(key.certificate())))
                .isInstanceOf(OpenResult.Opened.class);
    }

    static void assertRefused(OpenResult<?> openResult, EnvelopeFault fault, String detail) {
        assertThat(openResult).isInstanceOfSatisfying(OpenResult.Refused.class, refused -> {
            assertThat(refused.fault()).as(refused.operatorDetail()).isEqualTo(fault);
            assertThat(refused.operatorDetail()).contains(detail);
        });
    }

    private OpenResult<byte[]> open(byte[] sealed, Certificate signer) {
        return openAt(NOW, sealed, signer);
    }

    private OpenResult<byte[]> openFrom(Set<AcceptedSigner> signers, byte[] sealed) {
        return EnvelopeFixture.open(
                sealed,
                association,
                OpenRequest.forUpload(signers, NOW, EnvelopeFixture.FILE, EnvelopeLimits.standard()));
    }

    private OpenResult<byte[]> openAt(Instant at, byte[] sealed, Certificate signer) {
        return EnvelopeFixture.open(
                sealed,
                association,
                OpenRequest.forUpload(
                        AcceptedSigner.always(signer), at, EnvelopeFixture.FILE, EnvelopeLimits.standard()));
    }

    private byte[] signed(UnlockedSecretKey key, int pair, Instant at) {
        return encrypted(us, ForgedMessages.signed(key.pairs().get(pair), CONTENT, 8, at, more -> {}));
    }
}
