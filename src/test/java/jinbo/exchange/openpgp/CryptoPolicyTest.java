package jinbo.exchange.openpgp;

import static jinbo.exchange.openpgp.EnvelopeFixture.CONTENT;
import static jinbo.exchange.openpgp.EnvelopeFixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import jinbo.exchange.openpgp.AlgorithmRule.Acceptance;
import jinbo.exchange.openpgp.AlgorithmRule.Kind;
import jinbo.exchange.openpgp.CertificateReport.Finding.Code;
import jinbo.exchange.openpgp.KeyAlgorithm.HashFunction;
import org.bouncycastle.bcpg.PublicKeyAlgorithmTags;
import org.bouncycastle.bcpg.PublicKeyPacket;
import org.bouncycastle.bcpg.RSAPublicBCPGKey;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPPublicKeyRing;
import org.bouncycastle.openpgp.operator.bc.BcKeyFingerprintCalculator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CryptoPolicyTest {

    private static final String HEADER = "kind,id,name,least_bits,accepted,last_day,produced,source\n";
    private static final String SOUND = HEADER
            + "PUBLIC_KEY,22,EdDSA,,yes,2035-12-31,yes,x\nCURVE,1.2,c,,yes,,yes,x\nHASH,8,SHA-256,,yes,,yes,x\n"
            + "CIPHER,9,AES-256,,yes,,yes,x\nCOMPRESSION,1,ZIP,,yes,,yes,x\n";

    private final CryptoPolicy policy = CryptoPolicy.standard();
    private final SecretKeys association = SampleKeys.secret("association");

    @Test
    void readsValidTable() throws IOException {
        assertThat(CryptoPolicyFile.read(new StringReader(SOUND))).hasSize(5);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "HASH,8,SHA-256,,yes,,yes,x | HASH 8 is in the table twice",
                "SALT,8,SHA-256,,yes,,yes,x | kind must be one of",
                "HASH,9,,,yes,,yes,x | name must not be empty",
                "HASH,9,SHA-384,,yes,2035-02-30,no,x | last_day must be empty or a date of the calendar",
                "HASH,9,SHA-384,,yes,31.12.2035,no,x | last_day must be empty or a date of the calendar",
                "HASH,9,SHA-384,,Yes,,no,x | accepted must be yes, setting or no",
                "HASH,9,SHA-384,,perhaps,,no,x | must be one of",
                "HASH,9,SHA-384,,setting,,no,x | only RSA has a setting",
                "HASH,9,SHA-384,,no,2035-12-31,no,x | an algorithm that is not accepted must not have a last_day",
                "HASH,9,SHA-384,,no,,yes,x | an algorithm that is produced must be accepted",
                "HASH,9,SHA-384,,yes,2035-12-31,yes,x | an algorithm that is produced must not have a last_day",
                "HASH,9,SHA-384,384,yes,,no,x | least_bits stands with RSA, and only there",
                "PUBLIC_KEY,1,RSA,,yes,,no,x | least_bits stands with RSA, and only there",
                "PUBLIC_KEY,1,RSA,many,yes,,no,x | least_bits must be empty or a number of bits",
                "HASH,9,SHA-384,,yes,,no | a row has 8 fields",
                "HASH,9,SHA-384,,yes,,no,x,y | a row has 8 fields",
                "HASH,9,SHA-384,,yes,,maybe,x | produced must be yes or no"
            })
    void refusesInvalidTableWithItsLine(String row, String reason) {
        assertThatThrownBy(() -> CryptoPolicyFile.read(new StringReader(SOUND + row + "\n")))
                .isInstanceOf(CryptoPolicyFile.CryptoPolicyFileException.class)
                .hasMessageStartingWith("crypto-policy.csv, line 7: ")
                .hasMessageContaining(reason);
    }

    @Test
    void refusesTableWithoutHeaderOrProducedAlgorithm() {
        assertThatThrownBy(() -> CryptoPolicyFile.read(new StringReader(SOUND.replace("source", "origin"))))
                .isInstanceOf(CryptoPolicyFile.CryptoPolicyFileException.class)
                .hasMessageContaining("line 1: the header must be");
        assertThatThrownBy(
                        () -> CryptoPolicyFile.read(new StringReader(SOUND.replace("ZIP,,yes,,yes", "ZIP,,yes,,no"))))
                .isInstanceOf(CryptoPolicyFile.CryptoPolicyFileException.class)
                .hasMessageContaining("no row of kind COMPRESSION is produced");
    }

    @Test
    void tableProducesTheAlgorithmsInUse() {
        Certificate born =
                SecretKeys.generate("Born <born@association.example>", NOW).certificate();

        for (PGPPublicKey key : born.keys()) {
            KeyAlgorithm algorithm = KeyAlgorithm.of(key);
            assertThat(produces(Kind.PUBLIC_KEY, algorithm.id())).isTrue();
            assertThat(produces(Kind.CURVE, algorithm.curve().orElseThrow())).isTrue();
        }
        for (HashFunction hash : HashFunction.values()) {
            assertThat(produces(Kind.HASH, Integer.toString(hash.id()))).isTrue();
        }
        for (Compression.Format format : Compression.Format.values()) {
            assertThat(produces(Kind.COMPRESSION, Integer.toString(format.id())))
                    .isTrue();
        }
        assertThat(policy.producedCipher()).isEqualTo(9);
    }

    @ParameterizedTest
    @EnumSource(names = {"RSA_1024", "RSA_2048"})
    void reportsRefusedKindsOfKeys(KeyKind kind) {
        UnlockedSecretKey key = ForgedKeys.aKey().of(kind).make();
        CertificateReport report = CertificateReport.of(key.certificate(), policy, NOW);

        assertThat(report.isGood()).isFalse();
        assertThat(report.findings())
                .extracting(CertificateReport.Finding::code)
                .containsExactly(Code.PRIMARY_NOT_GOOD, Code.KEY_NOT_USED);
        assertThat(report.findings().get(0).why().orElseThrow().toString())
                .containsPattern("it is RSA with \\d+ bits; at least 3072 are required");
    }

    @ParameterizedTest
    @CsvSource({"8193, 17", "3072, 65"})
    void refusesRsaThatIsTooSlowToVerify(int modulus, int exponent) throws PGPException {
        PublicKeyPacket packet = new PublicKeyPacket(
                PublicKeyPacket.VERSION_4,
                PublicKeyAlgorithmTags.RSA_GENERAL,
                Date.from(NOW),
                new RSAPublicBCPGKey(ofBits(modulus), ofBits(exponent)));
        PGPPublicKey key = new PGPPublicKey(packet, new BcKeyFingerprintCalculator());

        assertThat(new KeyValidity(new PGPPublicKeyRing(List.of(key)), policy, NOW, new SignatureCache())
                        .primaryFault()
                        .orElseThrow()
                        .toString())
                .contains("it is RSA with more than 8192 bits, or with an exponent of more than 64");
    }

    private static BigInteger ofBits(int bits) {
        return BigInteger.ONE.shiftLeft(bits - 1).add(BigInteger.ONE);
    }

    @Test
    void doesNotEncryptToSigningSubkeyDespiteItsFlags() {
        Certificate certificate =
                ForgedKeys.aKey().withASigningKeyToEncryptTo().make().certificate();

        assertThat(certificate.encryptionKeys(NOW, policy)).hasSize(1);
        assertThat(CertificateReport.of(certificate, policy, NOW).findings())
                .anySatisfy(finding -> assertThat(finding.code()).isEqualTo(Code.KEY_NOT_USED));
        assertThat(EnvelopeFixture.open(
                        EnvelopeFixture.seal(association, certificate), association, association.certificate()))
                .as("sealed to the other one, not to us")
                .isInstanceOf(OpenResult.Refused.class);
    }

    @Test
    void reportsEarlierEndOfRsa2048BySetting() {
        Certificate certificate = ForgedKeys.aKey().ofRsa(2048).make().certificate();
        CryptoPolicy lowered = policy.withMinRsaBits(2048);
        CertificateReport report = CertificateReport.of(certificate, lowered, NOW);

        assertThat(report.isGood()).isTrue();
        assertThat(report.findings())
                .filteredOn(finding -> finding.code() == Code.POLICY_ENDS)
                .hasSize(2)
                .allSatisfy(finding -> {
                    assertThat(finding.algorithm()).isEqualTo("RSA of 2048 bits");
                    assertThat(finding.until()).contains(Instant.parse("2031-01-01T00:00:00Z"));
                });
        assertThat(CertificateReport.of(certificate, lowered, Instant.parse("2030-12-31T23:59:59Z"))
                        .isGood())
                .isTrue();
        assertThat(CertificateReport.of(certificate, lowered, Instant.parse("2031-01-01T00:00:00Z"))
                        .findings()
                        .get(0)
                        .why()
                        .orElseThrow()
                        .kind())
                .isEqualTo(KeyFault.Kind.ALGORITHM_ENDED);
    }

    @Test
    void refusesSettingBelowShortestRow() {
        assertThatThrownBy(() -> policy.withMinRsaBits(2047))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("below 2048");
        assertThat(policy.withMinRsaBits(4096)
                        .faultOf(new KeyAlgorithm("1", 3072, Optional.empty()), NOW)
                        .map(KeyFault::toString))
                .contains("it is RSA with 3072 bits; at least 4096 are required");
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "PUBLIC_KEY,22,SIGNER_NOT_ACCEPTED,was accepted only until 2026-03-01",
        "HASH,8,ENVELOPE_INVALID,is too weak or not accepted",
        "CIPHER,9,ENVELOPE_INVALID,'The cipher, number 9'",
        "COMPRESSION,1,ENVELOPE_INVALID,'The compression, number 1'"
    })
    void refusesAlgorithmOnTheDayAfterItsLast(Kind kind, String id, EnvelopeFault fault, String detail) {
        SecretKeys yunhe = SampleKeys.secret("YUNHE");
        byte[] sealed = EnvelopeFixture.seal(yunhe, association.certificate());
        CryptoPolicy ended = CryptoPolicy.of(policy.rules().stream()
                .map(rule -> rule.isOf(kind, id) ? endingOn(rule, LocalDate.parse("2026-03-01")) : rule)
                .toList());

        EnvelopeAttackTable.refused(
                "policy: " + kind + " " + id + " has ended the day before",
                fault,
                detail,
                EnvelopeFixture.open(
                        new ByteArrayInputStream(sealed),
                        association,
                        ended,
                        EnvelopeFixture.from(yunhe.certificate())));
    }

    @Test
    void refusesUnacceptedAeadMode() {
        SecretKeys yunhe = SampleKeys.secret("YUNHE");
        CryptoPolicy without = CryptoPolicy.of(policy.rules().stream()
                .filter(rule -> !rule.isOf(Kind.AEAD, "1"))
                .toList());
        byte[] sealed = ForgedMessages.encrypted(
                OpenPgpVariantsTest.aead(1),
                ForgedMessages.method(association.certificate()),
                ForgedMessages.signed(yunhe, CONTENT));

        EnvelopeAttackTable.refused(
                "policy: a mode of AEAD that is in no row",
                EnvelopeFault.ENVELOPE_INVALID,
                "mode of the integrity protection, number 1",
                EnvelopeFixture.open(
                        new ByteArrayInputStream(sealed),
                        association,
                        without,
                        EnvelopeFixture.from(yunhe.certificate())));
    }

    @Test
    void namesReasonsForRefusedAlgorithms() {
        assertThat(policy.rules())
                .filteredOn(rule -> rule.acceptance() == Acceptance.NO)
                .extracting(AlgorithmRule::name)
                .contains("DSA", "Elgamal", "SHA-1", "MD5", "TripleDES");
        assertThat(policy.faultOf(new KeyAlgorithm("17", 3072, Optional.empty()), NOW)
                        .map(KeyFault::toString))
                .hasValueSatisfying(fault -> assertThat(fault).startsWith("its algorithm, DSA, is not accepted: FIPS"));
        assertThat(policy.faultOf(new KeyAlgorithm("19", 256, Optional.of("1.3.36.3.3.2.8.1.1.7")), NOW)
                        .map(KeyFault::toString))
                .hasValueSatisfying(
                        fault -> assertThat(fault).startsWith("its curve, brainpoolP256r1, is not accepted: sound"));
        assertThat(policy.faultOf(new KeyAlgorithm("99", 256, Optional.empty()), NOW)
                        .map(KeyFault::toString))
                .contains("its algorithm, number 99, is not accepted");
    }

    private boolean produces(Kind kind, String id) {
        return policy.rules().stream().anyMatch(rule -> rule.isOf(kind, id) && rule.produced());
    }

    private static AlgorithmRule endingOn(AlgorithmRule rule, LocalDate day) {
        return new AlgorithmRule(
                rule.kind(),
                rule.id(),
                rule.name(),
                rule.leastBits(),
                rule.acceptance(),
                Optional.of(day),
                rule.produced(),
                rule.source());
    }
}
