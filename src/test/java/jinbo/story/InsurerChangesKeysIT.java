package jinbo.story;

import static jinbo.testing.ExpectedError.code;
import static jinbo.testing.ExpectedError.error;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import jinbo.batch.PartnerCertificates;
import jinbo.exchange.format.FindingCode;
import jinbo.exchange.format.Manifest;
import jinbo.exchange.format.ManifestFileName;
import jinbo.exchange.format.Receipt;
import jinbo.exchange.format.ReceiptStatus;
import jinbo.exchange.openpgp.AlteredCertificate;
import jinbo.exchange.openpgp.Certificate;
import jinbo.exchange.openpgp.KeyRevocation;
import jinbo.exchange.openpgp.OwnerExtendedCertificate;
import jinbo.exchange.openpgp.SecretKeys;
import jinbo.operator.alert.Alert;
import jinbo.operator.alert.InsurerCheck;
import jinbo.participant.insurer.CertificateAcceptance;
import jinbo.participant.insurer.CertificateRevocation;
import jinbo.participant.insurer.InsurerCertificate;
import jinbo.participant.insurer.InsurerCertificates;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.insurer.InsurerError;
import jinbo.participant.insurer.OfferedCertificates;
import jinbo.participant.insurer.OfferedCertificates.OfferedCertificate;
import jinbo.testing.SettableClock;
import jinbo.testing.Steps;
import jinbo.testing.TestExchange;
import jinbo.testing.TestLines;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An insurer gets a new key, and no upload and no list is lost between the old one and the new one. */
class InsurerChangesKeysIT {

    private static final SettableClock CLOCK = new SettableClock("2012-09-21T09:00:00+08:00");

    @TempDir
    static Path home;

    private static TestExchange exchange;
    private static int insurers;
    private static int files;

    /** Each test has an insurer of its own. */
    private final InsurerCode code = new InsurerCode("YUNHE" + ++insurers);

    private final SecretKeys old = SecretKeys.generate(
            "Yunhe Life <exchange@yunhe.example>", CLOCK.instant().minusSeconds(7200));
    private final SecretKeys next = SecretKeys.generate(
            "Yunhe Life, next <exchange@yunhe.example>", CLOCK.instant().minusSeconds(3600));

    @BeforeAll
    static void start() {
        exchange = TestExchange.start(home, CLOCK);
    }

    @BeforeEach
    void join() {
        exchange.join(code.value(), "云河人寿", TestLines.LIFE, old);
    }

    @AfterAll
    static void close() {
        exchange.close();
    }

    @Test
    void oldAndNewOverlapAndWhatTheOldOneSignedBeforeItsEndStaysTaken() throws Exception {
        Steps steps = new Steps();
        steps.take(
                "the next key counts for nothing",
                () -> assertThat(uploadBy(next).tally().findings()).containsKey(FindingCode.SIGNER_NOT_ACCEPTED));
        steps.take("the next certificate is sent, and waits", () -> {
            assertThat(send(old, next.certificate()).status()).isEqualTo(ReceiptStatus.ACCEPTED);
            assertThat(alerts()).contains(Alert.Code.CERTIFICATES_WAIT);
            assertThat(uploadBy(next).tally().findings())
                    .as("it waits and counts for nothing")
                    .containsKey(FindingCode.SIGNER_NOT_ACCEPTED);
        });
        steps.take("once it is accepted both keys count", () -> {
            accept(next.certificate());
            assertThat(alerts()).doesNotContain(Alert.Code.CERTIFICATES_WAIT);
            assertThat(uploadBy(old).status()).isEqualTo(ReceiptStatus.ACCEPTED);
            assertThat(uploadBy(next).status()).isEqualTo(ReceiptStatus.ACCEPTED);
            assertThat(encryptedTo(published(1)))
                    .containsExactlyInAnyOrder(
                            old.certificate().fingerprint().value(),
                            next.certificate().fingerprint().value());
        });
        Instant end = CLOCK.instant().plusSeconds(60);
        String signedBefore = steps.take("the old key signs an upload", () -> place(old));
        steps.take("the old key ends", () -> {
            revoke(old.certificate(), end, false);
            CLOCK.pass(Duration.ofMinutes(10));
            exchange.collect();
        });
        steps.take(
                "what it signed before its end stays taken",
                () -> assertThat(receipt(signedBefore).status())
                        .as("signed before the end, received after it")
                        .isEqualTo(ReceiptStatus.ACCEPTED));
        steps.take("what it signs later counts for nothing", () -> {
            assertThat(uploadBy(old).tally().findings()).containsKey(FindingCode.SIGNER_NOT_ACCEPTED);
            assertThat(uploadBy(next).status()).isEqualTo(ReceiptStatus.ACCEPTED);
            assertThat(encryptedTo(published(2)))
                    .containsExactly(next.certificate().fingerprint().value());
        });
    }

    @Test
    void nothingThatACompromisedKeyEverSignedIsTaken() throws Exception {
        send(old, next.certificate());
        accept(next.certificate());
        String signedBefore = place(old);
        CLOCK.pass(Duration.ofHours(1));

        revoke(old.certificate(), CLOCK.instant(), true);
        exchange.collect();

        assertThat(receipt(signedBefore).tally().findings()).containsKey(FindingCode.SIGNER_NOT_ACCEPTED);
        assertThat(uploadBy(next).status()).isEqualTo(ReceiptStatus.ACCEPTED);
    }

    @Test
    void aWordAgainstACertificateIsNeverTakenBackAndMayBecomeHarsher() throws Exception {
        send(old, next.certificate());
        accept(next.certificate());
        Instant later = CLOCK.instant().plus(Duration.ofDays(30));
        revoke(old.certificate(), later, false);
        assertThat(uploadBy(old).status()).as("until then").isEqualTo(ReceiptStatus.ACCEPTED);

        revoke(old.certificate(), later, true);

        assertThat(uploadBy(old).tally().findings()).containsKey(FindingCode.SIGNER_NOT_ACCEPTED);
        assertThat(send(next, old.certificate()).tally().findings()).containsKey(FindingCode.CERTIFICATE_REVOKED);
        assertThatThrownBy(() -> exchange.bean(InsurerCertificates.class)
                        .requireFree(code, old.certificate().fingerprint().value()))
                .is(code("CERTIFICATE_REVOKED"));
    }

    @Test
    void aBoundOfOursHoldsWhateverTheCertificateSays() throws Exception {
        send(old, next.certificate());
        Instant from = CLOCK.instant().plus(Duration.ofDays(1));
        Instant until = CLOCK.instant().plus(Duration.ofDays(3));
        exchange.bean(OfferedCertificates.class)
                .accept(
                        code,
                        next.certificate().fingerprint().value(),
                        Optional.empty(),
                        CertificateAcceptance.between(Optional.of(from), Optional.of(until)),
                        PartnerCertificates::joined,
                        CLOCK.instant());

        assertThat(uploadBy(next).tally().findings()).containsKey(FindingCode.SIGNER_NOT_ACCEPTED);
        CLOCK.pass(Duration.ofDays(1));
        assertThat(uploadBy(next).status()).isEqualTo(ReceiptStatus.ACCEPTED);
        CLOCK.pass(Duration.ofDays(2));
        assertThat(uploadBy(next).tally().findings()).containsKey(FindingCode.SIGNER_NOT_ACCEPTED);
    }

    @Test
    void aCertificateThatAThiefHasSentIsNotAcceptedUnderTheFingerprintThatTheInsurerReadsOut() throws Exception {
        SecretKeys thief = SecretKeys.generate("Yunhe Life, next <exchange@yunhe.example>", CLOCK.instant());
        send(old, thief.certificate());

        assertThatThrownBy(() -> accept(next.certificate())).is(error(InsurerError.CERTIFICATE_NOT_OFFERED));
        exchange.bean(OfferedCertificates.class)
                .refuse(
                        code,
                        thief.certificate().fingerprint().value(),
                        Optional.empty(),
                        new OfferedCertificates.Refusal(
                                CLOCK.instant(), List.of("wang", "li"), "it read out other digits"));

        assertThat(waiting()).isEmpty();
        assertThat(uploadBy(thief).tally().findings()).containsKey(FindingCode.SIGNER_NOT_ACCEPTED);
    }

    @Test
    void whatTheInsurerItselfRevokesCountsAtOnceAndNoOlderCopyUndoesIt() {
        Steps steps = new Steps();
        steps.take("the insurer's next key is accepted", () -> {
            send(old, next.certificate());
            accept(next.certificate());
        });
        Certificate revoked =
                old.revoked(old.certificate(), new KeyRevocation(CLOCK.instant(), true, "the notebook is gone"));

        Receipt receipt = steps.take("it revokes the old one", () -> send(next, revoked));
        steps.take("that counts at once, without people", () -> {
            assertThat(receipt.status()).isEqualTo(ReceiptStatus.ACCEPTED);
            assertThat(receipt.tally().findings()).containsOnlyKeys(FindingCode.CERTIFICATE_REVOKES);
            assertThat(waiting()).isEmpty();
        });
        steps.take(
                "the old key signs no upload any more",
                () -> assertThat(uploadBy(old).tally().findings()).containsKey(FindingCode.SIGNER_NOT_ACCEPTED));
        steps.take(
                "an older copy of the certificate is refused",
                () -> assertThat(send(next, old.certificate()).tally().findings())
                        .containsKey(FindingCode.CERTIFICATE_INVALID));
        steps.take("a copy that is added by hand does not bring the key back", () -> {
            exchange.bean(PartnerCertificates.class)
                    .add(new InsurerCertificate(
                            code,
                            old.certificate().fingerprint().value(),
                            old.certificate().encoded(),
                            CLOCK.instant()));
            assertThat(uploadBy(old).tally().findings()).containsKey(FindingCode.SIGNER_NOT_ACCEPTED);
        });
    }

    /** The copy alone would be good; with what is known of it, it is not. */
    @Test
    void aCopyOfACompromisedCertificateGivesNothingWhateverElseItRevokes() throws Exception {
        send(old, next.certificate());
        accept(next.certificate());
        send(next, old.revoked(old.certificate(), new KeyRevocation(CLOCK.instant(), true, "the notebook is gone")));
        Certificate planned = old.revoked(
                old.certificate(), new KeyRevocation(CLOCK.instant().plus(Duration.ofDays(300)), false, "planned"));
        CLOCK.pass(Duration.ofMinutes(1));

        Receipt receipt = send(next, OwnerExtendedCertificate.of(old, planned, CLOCK.instant()));

        assertThat(receipt.tally().findings())
                .as("a softer word says nothing new of it")
                .containsOnlyKeys(FindingCode.CERTIFICATE_INVALID);
        assertThat(waiting()).isEmpty();
    }

    @Test
    void ofCopiesThatDifferTheOneThatIsMeantIsNamed() throws Exception {
        Steps steps = new Steps();
        Certificate ending = next.revoked(
                next.certificate(), new KeyRevocation(CLOCK.instant().plus(Duration.ofDays(300)), false, "planned"));
        List<OfferedCertificate> waiting = steps.take("two copies that differ wait", () -> {
            send(old, next.certificate());
            send(old, ending);
            send(old, ending);
            return waiting();
        });
        steps.take(
                "neither is accepted unless it is named",
                () -> assertThatThrownBy(() -> accept(next.certificate())).is(error(InsurerError.CERTIFICATES_DIFFER)));
        steps.take(
                "one is named",
                () -> exchange.bean(OfferedCertificates.class)
                        .accept(
                                code,
                                next.certificate().fingerprint().value(),
                                Optional.of(waiting.get(1).inboundFile()),
                                CertificateAcceptance.UNBOUNDED,
                                PartnerCertificates::joined,
                                CLOCK.instant()));
        steps.take("that one counts, and the other one waits on", () -> {
            assertThat(exchange.bean(PartnerCertificates.class)
                            .copyOf(code, next.certificate().fingerprint()))
                    .contains(ending);
            assertThat(waiting())
                    .extracting(OfferedCertificate::inboundFile)
                    .as("the copy that nobody has named waits on, the one that came twice does not")
                    .containsExactly(waiting.get(0).inboundFile());
        });
    }

    /** Otherwise an insurer could fill the memory of everyone who looks at what waits. */
    @Test
    void aCopyWaitsOnceAndNoMoreThanTwentyWaitAtATime() throws Exception {
        Steps steps = new Steps();
        steps.take("a copy that comes twice waits once", () -> {
            send(old, next.certificate());
            assertThat(send(old, next.certificate()).status()).isEqualTo(ReceiptStatus.ACCEPTED);
            assertThat(waiting()).hasSize(1);
        });
        steps.take("further copies wait until there are twenty", () -> {
            for (int copy = 1; copy < OfferedCertificates.MAX_WAITING; copy++) {
                placeCertificate(old, AlteredCertificate.withNames(next.certificate(), "copy " + copy + " ", 1));
            }
            exchange.collect();
            assertThat(waiting()).hasSize(OfferedCertificates.MAX_WAITING);
        });
        Certificate further = AlteredCertificate.withNames(next.certificate(), "one more ", 1);
        steps.take(
                "a further one is refused",
                () -> assertThat(send(old, further).tally().findings())
                        .containsOnlyKeys(FindingCode.CERTIFICATE_INVALID));
        steps.take("until people have decided", () -> {
            exchange.bean(OfferedCertificates.class)
                    .refuse(
                            code,
                            next.certificate().fingerprint().value(),
                            Optional.empty(),
                            new OfferedCertificates.Refusal(CLOCK.instant(), List.of("li.wei"), "a story"));
            assertThat(send(old, further).status()).isEqualTo(ReceiptStatus.ACCEPTED);
            assertThat(waiting()).hasSize(1);
        });
    }

    @Test
    void aCopyThatIsTooLargeTogetherWithWhatIsHereIsAnsweredAndARevocationStillCounts() throws Exception {
        send(old, AlteredCertificate.withNames(next.certificate(), "one ".repeat(15_000), 3));
        accept(next.certificate());

        Receipt receipt = send(old, AlteredCertificate.withNames(next.certificate(), "other ".repeat(10_000), 3));

        assertThat(receipt.tally().findings()).containsOnlyKeys(FindingCode.CERTIFICATE_INVALID);
        Certificate revoked =
                next.revoked(next.certificate(), new KeyRevocation(CLOCK.instant(), true, "the notebook is gone"));
        assertThat(send(old, revoked).tally().findings()).containsOnlyKeys(FindingCode.CERTIFICATE_REVOKES);
        assertThat(uploadBy(next).tally().findings()).containsKey(FindingCode.SIGNER_NOT_ACCEPTED);
    }

    @Test
    void aSecretKeyIsRefusedAndNotKept() throws Exception {
        byte[] secret = Files.readAllBytes(TestExchange.KEYS.resolve("YUNHE.secret.asc"));
        String stem = name("certificate");
        exchange.place(code.value(), stem + ".asc.pgp", exchange.seal(old, stem + ".asc.pgp", secret));

        exchange.collect();

        assertThat(receipt(stem).tally().findings()).containsKey(FindingCode.CERTIFICATE_INVALID);
        assertThat(waiting()).isEmpty();
    }

    private Receipt send(SecretKeys signer, Certificate certificate) throws Exception {
        String stem = placeCertificate(signer, certificate);
        exchange.collect();
        return receipt(stem);
    }

    private String placeCertificate(SecretKeys signer, Certificate certificate) throws Exception {
        String stem = name("certificate");
        byte[] content = certificate.armored().getBytes(StandardCharsets.US_ASCII);
        exchange.place(code.value(), stem + ".asc.pgp", exchange.seal(signer, stem + ".asc.pgp", content));
        return stem;
    }

    private Receipt uploadBy(SecretKeys signer) throws Exception {
        String stem = place(signer);
        exchange.collect();
        return receipt(stem);
    }

    private String place(SecretKeys signer) throws Exception {
        String stem = name("complaints");
        String csv = "mobile,complaint,complained_on\r\n" + (13810000000L + files) + ",TELEMARKETING,2012-09-20\r\n";
        exchange.place(
                code.value(),
                stem + ".csv.pgp",
                exchange.seal(signer, stem + ".csv.pgp", csv.getBytes(StandardCharsets.UTF_8)));
        return stem;
    }

    private String name(String kind) {
        files++;
        return "%s-%s-20120921-%03d".formatted(kind, code, files);
    }

    /** Opened with the key that the insurer has besides the old one, too. */
    private Receipt receipt(String stem) throws Exception {
        return exchange.receipt(code.value(), "receipt-" + stem + ".json.pgp", old.and(next));
    }

    private String published(int sequence) {
        assertThat(exchange.publish().problems()).isEmpty();
        return new ManifestFileName(code, sequence).fileName();
    }

    private Collection<String> encryptedTo(String manifest) throws Exception {
        return Manifest.read(new ByteArrayInputStream(exchange.opened(code.value(), manifest, next)))
                .encryptedTo();
    }

    private void accept(Certificate certificate) {
        exchange.bean(OfferedCertificates.class)
                .accept(
                        code,
                        certificate.fingerprint().value(),
                        Optional.empty(),
                        CertificateAcceptance.UNBOUNDED,
                        PartnerCertificates::joined,
                        CLOCK.instant());
    }

    private void revoke(Certificate certificate, Instant from, boolean compromised) {
        exchange.bean(InsurerCertificates.class)
                .revoke(
                        code,
                        certificate.fingerprint().value(),
                        new CertificateRevocation(from, compromised, CLOCK.instant(), "a story"));
    }

    private List<Alert.Code> alerts() {
        return exchange.bean(InsurerCheck.class).about(exchange.insurer(code.value())).stream()
                .map(Alert::code)
                .toList();
    }

    private List<OfferedCertificate> waiting() {
        return exchange.bean(OfferedCertificates.class).waiting().stream()
                .filter(offered -> offered.insurer().equals(code))
                .toList();
    }
}
