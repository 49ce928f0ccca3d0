package jinbo.story;

import static jinbo.testing.ExpectedError.error;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import jinbo.accesslog.Actor;
import jinbo.batch.Drops;
import jinbo.batch.PartnerCertificates;
import jinbo.batch.collect.HeldFiles;
import jinbo.exchange.format.FindingCode;
import jinbo.exchange.format.Receipt;
import jinbo.exchange.format.ReceiptStatus;
import jinbo.exchange.keys.AssociationKeys;
import jinbo.exchange.keys.KeysError;
import jinbo.exchange.keys.KeysException;
import jinbo.exchange.keys.OpenPgpKey;
import jinbo.exchange.keys.OpenPgpKeys;
import jinbo.exchange.keys.RotateAssociationKeys;
import jinbo.exchange.openpgp.AcceptedSigner;
import jinbo.exchange.openpgp.Certificate;
import jinbo.exchange.openpgp.Compression;
import jinbo.exchange.openpgp.CryptoPolicy;
import jinbo.exchange.openpgp.EnvelopeLimits;
import jinbo.exchange.openpgp.KeyRevocation;
import jinbo.exchange.openpgp.OpenRequest;
import jinbo.exchange.openpgp.OpenResult;
import jinbo.exchange.openpgp.Opener;
import jinbo.exchange.openpgp.SealRequest;
import jinbo.exchange.openpgp.Sealer;
import jinbo.exchange.openpgp.SecretKeys;
import jinbo.participant.insurer.DropLocation;
import jinbo.participant.insurer.InsurerCertificate;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.insurer.Insurers;
import jinbo.participant.operation.Reason;
import jinbo.reference.calendar.BusinessTime;
import jinbo.registry.blocklist.SealedList;
import jinbo.registry.inbound.HeldDecision;
import jinbo.testing.SettableClock;
import jinbo.testing.Steps;
import jinbo.testing.TestExchange;
import jinbo.testing.TestLines;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The association gets a new key, and no upload and no list is lost between the old one and the new one. */
class AssociationChangesKeysIT {

    private static final String TODAY = "2012-09-21T09:00:00+08:00";
    private static final String FIRST = "certificate-YUNHE-20120921-001.asc.pgp";

    @TempDir
    Path home;

    private final SettableClock clock = new SettableClock(TODAY);
    private TestExchange exchange;
    private int files;

    @BeforeEach
    void start() {
        exchange = TestExchange.start(home, clock);
        exchange.ownCertificate();
        clock.pass(Duration.ofMinutes(1));
    }

    @AfterEach
    void close() {
        exchange.close();
    }

    @Test
    void theNextKeyIsAnnouncedOpensAtOnceAndSignsOnceItsTurnHasCome() throws Exception {
        Steps steps = new Steps();
        Certificate old = exchange.ownCertificate();
        OpenPgpKey next = steps.take("the next key is made, to sign in ten days", () -> {
            assertThat(announced("YUNHE")).as("the first key is given by hand").isEmpty();
            return renewIn(Duration.ofDays(10));
        });
        Certificate received = steps.take("the next run announces it", () -> {
            exchange.collect();
            return certificateIn("YUNHE", FIRST, old);
        });
        steps.take("the insurers receive it once", () -> {
            assertThat(received).isEqualTo(next.certificate());
            assertThat(received.signsFrom()).isEqualTo(next.signsFrom());
            assertThat(certificateIn("CHANGQING", FIRST.replace("YUNHE", "CHANGQING"), old))
                    .isEqualTo(received);
            exchange.collect();
            exchange.publish();
            assertThat(announced("YUNHE")).as("once").containsExactly(FIRST);
        });
        steps.take("it opens at once", () -> {
            assertThat(uploadTo(old).status()).isEqualTo(ReceiptStatus.ACCEPTED);
            assertThat(uploadTo(received).status()).isEqualTo(ReceiptStatus.ACCEPTED);
        });
        String before = steps.take("a list is published", () -> published());
        steps.take(
                "the old key still signs",
                () -> assertThat(signerOf(before, old, received)).isEqualTo(old));
        String after = steps.take("ten days later another list is published", () -> {
            clock.pass(Duration.ofDays(10));
            return published();
        });
        steps.take("the next key signs", () -> {
            assertThat(signerOf(after, old, received)).isEqualTo(received);
            assertThat(signerOf(before, old, received))
                    .as("what was signed before")
                    .isEqualTo(old);
            assertThat(uploadTo(old).status()).isEqualTo(ReceiptStatus.ACCEPTED);
            assertThat(announced("YUNHE")).containsExactly(FIRST);
        });
    }

    @Test
    void whatIsEncryptedToARetiredKeyIsTakenForAGraceAndItsCertificateSaysThatItIsRetired() throws Exception {
        Steps steps = new Steps();
        Certificate old = exchange.ownCertificate();
        Certificate next =
                steps.take("the next key is made", () -> renewIn(Duration.ZERO).certificate());
        String list = steps.take("it is announced, and a day later a list is published", () -> {
            exchange.collect();
            clock.pass(Duration.ofDays(1));
            return published();
        });
        Instant end = clock.instant().plus(Duration.ofDays(2));
        steps.take("the end of the old key is set, and not announced before it comes", () -> {
            retire(old, Optional.of(end), false);

            exchange.collect();
            assertThat(announced("YUNHE")).as("not before it has ended").hasSize(1);
            assertThat(exchange.ownCertificates()).contains(old);
        });
        Certificate retired = steps.take("once it has come, the certificate says so", () -> {
            clock.pass(Duration.ofDays(3));
            exchange.collect();
            return certificateIn("YUNHE", "certificate-YUNHE-20120925-001.asc.pgp", next);
        });
        steps.take("what the old key signed before counts", () -> {
            assertThat(retired.revocation()).hasValue(new KeyRevocation(end, false, "a story"));
            assertThat(retired.signingKeys(clock.instant(), CryptoPolicy.standard()))
                    .isEmpty();
            assertThat(retired.signingKeys(end.minusSeconds(1), CryptoPolicy.standard()))
                    .as("what it signed before counts")
                    .isNotEmpty();
            assertThat(signerOf(list, retired, next)).isEqualTo(next);
        });
        steps.take("during the grace what is encrypted to it is taken", () -> {
            assertThat(uploadTo(old).status()).isEqualTo(ReceiptStatus.ACCEPTED);

            String late = placeTo(old);
            clock.set("2012-10-23T09:00:59+08:00");
            exchange.collect();
            assertThat(receipt(late).status()).isEqualTo(ReceiptStatus.ACCEPTED);
        });
        steps.take("after the grace it opens nothing", () -> {
            clock.pass(Duration.ofDays(2));
            assertThat(uploadTo(old).tally().findings()).containsKey(FindingCode.ENVELOPE_INVALID);
            assertThat(uploadTo(next).status()).isEqualTo(ReceiptStatus.ACCEPTED);
        });
    }

    @Test
    void aCompromisedKeyNeitherSignsNorOpensAndTheNextOneSignsBeforeItsTurn() {
        Steps steps = new Steps();
        Certificate old = exchange.ownCertificate();
        Certificate next = steps.take(
                "the next key is made", () -> renewIn(Duration.ofDays(30)).certificate());
        steps.take("it is announced", () -> exchange.collect());
        String before = steps.take("a list is published", () -> published());
        String onTheDrop = steps.take("an upload to the old key arrives", () -> {
            clock.pass(Duration.ofHours(1));
            return placeTo(old);
        });
        steps.take("the old key is revoked as compromised", () -> {
            retire(old, Optional.empty(), true);
            exchange.collect();
        });

        steps.take(
                "the upload is not opened",
                () -> assertThat(receipt(onTheDrop).tally().findings()).containsKey(FindingCode.ENVELOPE_INVALID));
        steps.take(
                "the next key opens", () -> assertThat(uploadTo(next).status()).isEqualTo(ReceiptStatus.ACCEPTED));
        Certificate told = steps.take(
                "the revocation is announced",
                () -> certificateIn("YUNHE", "certificate-YUNHE-20120921-002.asc.pgp", next));
        steps.take(
                "it says that the key is compromised",
                () -> assertThat(told.revocation().orElseThrow().compromised()).isTrue());
        steps.take(
                "the next key signs",
                () -> assertThat(signerOf(published(), old, next)).isEqualTo(next));
        steps.take(
                "no list that the old key signed counts",
                () -> assertThat(open(before, told, next))
                        .as("nothing that it ever signed")
                        .isInstanceOf(OpenResult.Refused.class));
    }

    @Test
    void aHeldFileThatCameBeforeAKeyWasCompromisedIsStillOpened() throws Exception {
        Certificate old = exchange.ownCertificate();
        renewIn(Duration.ZERO);
        StringBuilder rows = new StringBuilder("mobile,complaint,complained_on\r\n");
        for (int i = 0; i < 60; i++) {
            rows.append(13810000000L + i).append(",TELEMARKETING,2012-09-20\r\n");
        }
        String stem = place(old, rows.toString());
        exchange.collect();
        assertThat(receipt(stem).status()).isEqualTo(ReceiptStatus.HELD);
        clock.pass(Duration.ofHours(1));
        retire(old, Optional.empty(), true);

        assertThat(exchange.bean(HeldFiles.class)
                        .decide(stem, HeldDecision.Kind.RELEASE, new Reason("called"), Actor.commandLine())
                        .problems())
                .isEmpty();

        assertThat(exchange.receiptOf("YUNHE", stem + ".2").status()).isEqualTo(ReceiptStatus.ACCEPTED);
    }

    @Test
    void theNextKeyHasTheUserIdOfTheOneBefore() throws Exception {
        Path first = home.resolve("keys/association.asc");
        Files.delete(first);
        SecretKeys.generate("Beijing Association <exchange@association.example>", clock.instant())
                .writeTo(first);

        assertThat(renewIn(Duration.ZERO).certificate().userIds())
                .containsExactly("Beijing Association <exchange@association.example>");
    }

    @Test
    void thereIsAlwaysAKeyThatSigns() {
        Steps steps = new Steps();
        Certificate old = exchange.ownCertificate();
        steps.take(
                "the only key is not retired",
                () -> assertThatThrownBy(() -> retire(old, Optional.empty(), true))
                        .is(error(KeysError.LAST_KEY)));
        Certificate next = steps.take(
                "the next key is made", () -> renewIn(Duration.ofDays(30)).certificate());
        steps.take(
                "no third one is made",
                () -> assertThatThrownBy(() -> renewIn(Duration.ofDays(60))).is(error(KeysError.NEXT_KEY_WAITS)));
        steps.take(
                "the end of the old key is set",
                () -> retire(old, Optional.of(clock.instant().plus(Duration.ofDays(40))), false));
        steps.take("neither key is retired before it", () -> {
            assertThatThrownBy(() -> retire(next, Optional.empty(), false))
                    .as("then there would be none from the 41st day on")
                    .is(error(KeysError.LAST_KEY));
            assertThatThrownBy(() -> retire(old, Optional.empty(), false)).is(error(KeysError.RETIRED));
        });
        steps.take("a compromised key ends at once, and once", () -> {
            retire(old, Optional.empty(), true);
            assertThat(exchange.ownCertificate()).isEqualTo(next);
            assertThatThrownBy(() -> retire(old, Optional.empty(), true)).is(error(KeysError.RETIRED_AS_COMPROMISED));
        });
    }

    @Test
    void whoJoinsLaterOrWasSuspendedGetsWhatItLacksAndNothingElse() throws Exception {
        Steps steps = new Steps();
        Certificate old = exchange.ownCertificate();
        steps.take("the next key is announced while an insurer is suspended", () -> {
            exchange.bean(Insurers.class).suspend(new InsurerCode("BEIDOU"), clock.instant());
            renewIn(Duration.ofDays(10));
            exchange.collect();
        });
        steps.take("an insurer that joins then gets the next key", () -> {
            clock.pass(Duration.ofDays(5));
            join("LATE1");
            exchange.collect();
            assertThat(announced("LATE1"))
                    .as("the next one, beside what it was given by hand")
                    .hasSize(1);
        });
        steps.take("an insurer that joins later, or comes back, gets what it lacks", () -> {
            clock.pass(Duration.ofDays(10));
            join("LATE2");
            exchange.bean(Insurers.class).resume(new InsurerCode("BEIDOU"), clock.instant());
            exchange.collect();
            assertThat(announced("LATE2"))
                    .as("it was given by hand what signs now")
                    .isEmpty();
            assertThat(certificateIn("BEIDOU", "certificate-BEIDOU-20121006-001.asc.pgp", old))
                    .as("signed with the only one that it knows")
                    .isEqualTo(exchange.ownCertificate());
        });
        steps.take("an insurer that joins after the old key was retired gets nothing", () -> {
            clock.pass(Duration.ofDays(1));
            retire(old, Optional.empty(), false);
            clock.pass(Duration.ofDays(1));
            exchange.collect();
            join("LATE3");
            exchange.collect();
            assertThat(announced("YUNHE")).hasSize(2);
            assertThat(announced("BEIDOU")).hasSize(2);
            assertThat(announced("LATE3")).isEmpty();
        });
    }

    @Test
    void anOlderDatabaseBringsNoRetiredKeyBackAndForgetsNone() throws Exception {
        Steps steps = new Steps();
        Certificate old = exchange.ownCertificate();
        String backUp = steps.take("the database is backed up", () -> exchange.backUp());
        Certificate next = steps.take(
                "the next key is made", () -> renewIn(Duration.ofDays(10)).certificate());
        steps.take("the next key is announced, and the old one retired", () -> {
            exchange.collect();
            clock.pass(Duration.ofHours(1));
            retire(old, Optional.empty(), true);
            exchange.collect();
        });
        steps.take("the backup is restored", () -> exchange.restore(backUp));
        steps.take("the keys are what they were", () -> {
            assertThat(exchange.ownCertificate()).isEqualTo(next);
            assertThat(keys().get(old.fingerprint()).isCompromised()).isTrue();
        });
        steps.take("they are announced again", () -> {
            exchange.collect();
            assertThat(announced("YUNHE"))
                    .as("announced again, under names that nothing else has")
                    .containsExactly(
                            FIRST,
                            FIRST.replace("-001", "-002"),
                            FIRST.replace("-001", "-003"),
                            FIRST.replace("-001", "-004"));
        });
    }

    @Test
    void twoProcessesThatRenewAtTheSameMomentMakeOneKey() throws Exception {
        int before = keys().all().size();
        try (TestExchange other = exchange.anotherProcess()) {
            CyclicBarrier together = new CyclicBarrier(2);
            ExecutorService threads = Executors.newFixedThreadPool(2);
            try {
                List<Future<Boolean>> renewed = Stream.of(exchange, other)
                        .map(process -> threads.submit(() -> renewsAt(together, process)))
                        .toList();

                assertThat(List.of(renewed.get(0).get(), renewed.get(1).get())).containsExactlyInAnyOrder(true, false);
            } finally {
                threads.shutdown();
            }
            assertThat(keys().all()).hasSize(before + 1);
            assertThat(other.ownCertificates()).isEqualTo(exchange.ownCertificates());
        }
    }

    private static boolean renewsAt(CyclicBarrier together, TestExchange process) throws Exception {
        together.await();
        try {
            process.bean(RotateAssociationKeys.class).renew(Optional.empty(), Optional.empty());
            return true;
        } catch (KeysException anotherWasFaster) {
            assertThat(anotherWasFaster).is(error(KeysError.NEXT_KEY_WAITS));
            return false;
        }
    }

    @Test
    void aFreshHomeGetsOneKeyHoweverManyProcessesAskForIt() throws Exception {
        Files.delete(home.resolve("keys/association.asc"));
        try (TestExchange other = exchange.anotherProcess()) {
            CyclicBarrier together = new CyclicBarrier(2);
            ExecutorService threads = Executors.newFixedThreadPool(2);
            try {
                List<Future<Certificate>> made = Stream.of(exchange, other)
                        .map(process -> threads.submit(() -> {
                            together.await();
                            return process.ownCertificate();
                        }))
                        .toList();

                assertThat(made.get(0).get()).isEqualTo(made.get(1).get());
            } finally {
                threads.shutdown();
            }
        }
    }

    @Test
    void ourOwnCertificatesAreNobodyElses() throws Exception {
        Certificate old = exchange.ownCertificate();
        Certificate next = renewIn(Duration.ZERO).certificate();
        clock.pass(Duration.ofHours(1));
        retire(old, Optional.empty(), false);
        for (Certificate ours : List.of(old, next)) {
            String stem = name("certificate");
            exchange.place(
                    "YUNHE",
                    stem + ".asc.pgp",
                    exchange.seal(
                            TestExchange.secretOf("YUNHE"),
                            stem + ".asc.pgp",
                            ours.armored().getBytes(StandardCharsets.US_ASCII)));
            exchange.collect();
            assertThat(receipt(stem).tally().findings()).containsKey(FindingCode.CERTIFICATE_TAKEN);
        }
    }

    private OpenPgpKeys keys() {
        return exchange.bean(AssociationKeys.class).openPgp();
    }

    private OpenPgpKey renewIn(Duration time) {
        return exchange.bean(RotateAssociationKeys.class)
                .renew(Optional.of(clock.instant().plus(time)), Optional.empty());
    }

    private void retire(Certificate certificate, Optional<Instant> from, boolean compromised) {
        exchange.bean(RotateAssociationKeys.class).retire(certificate.fingerprint(), from, compromised, "a story");
    }

    private List<String> announced(String insurer) {
        return exchange.listing(insurer, "download").stream()
                .filter(name -> name.startsWith("certificate-"))
                .toList();
    }

    /** Opened by an insurer that knows one certificate of the association. */
    private Certificate certificateIn(String insurer, String name, Certificate known) throws Exception {
        OpenResult<byte[]> openResult = open(insurer, name, known);
        assertThat(openResult).as(name).isInstanceOf(OpenResult.Opened.class);
        byte[] clear = ((OpenResult.Opened<byte[]>) openResult).value();
        assertThat(new String(clear, StandardCharsets.US_ASCII)).startsWith("-----BEGIN PGP PUBLIC KEY BLOCK-----");
        return Certificate.parse(clear);
    }

    private Certificate signerOf(String name, Certificate... known) throws Exception {
        OpenResult<byte[]> openResult = open("YUNHE", name, known);
        assertThat(openResult).as(name).isInstanceOf(OpenResult.Opened.class);
        return Arrays.stream(known)
                .filter(one -> one.fingerprint().equals(((OpenResult.Opened<byte[]>) openResult).signerCertificate()))
                .findFirst()
                .orElseThrow();
    }

    private OpenResult<byte[]> open(String name, Certificate... known) throws IOException {
        return open("YUNHE", name, known);
    }

    private OpenResult<byte[]> open(String insurer, String name, Certificate... known) throws IOException {
        try (InputStream in =
                Files.newInputStream(exchange.drop(insurer, "download").resolve(name))) {
            return new Opener(TestExchange.secretOf(insurer), CryptoPolicy.standard())
                    .open(
                            in,
                            OpenRequest.forDelivery(
                                    AcceptedSigner.always(known), clock.instant(), name, EnvelopeLimits.standard()),
                            InputStream::readAllBytes);
        }
    }

    private Receipt uploadTo(Certificate recipient) throws Exception {
        String stem = placeTo(recipient);
        exchange.collect();
        return receipt(stem);
    }

    private String placeTo(Certificate recipient) throws IOException {
        return place(
                recipient,
                "mobile,complaint,complained_on\r\n" + (13810000000L + files) + ",TELEMARKETING,2012-09-20\r\n");
    }

    private String place(Certificate recipient, String csv) throws IOException {
        String stem = name("complaints");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new Sealer(TestExchange.secretOf("YUNHE"), CryptoPolicy.standard(), Compression.standard())
                .seal(
                        clear -> clear.write(csv.getBytes(StandardCharsets.UTF_8)),
                        new SealRequest(stem + ".csv.pgp", Set.of(recipient), clock.instant()),
                        out);
        exchange.place("YUNHE", stem + ".csv.pgp", out.toByteArray());
        return stem;
    }

    private String name(String kind) {
        files++;
        return "%s-YUNHE-%s-%03d"
                .formatted(kind, BusinessTime.dateOf(clock.instant()).toString().replace("-", ""), files);
    }

    private Receipt receipt(String stem) {
        return exchange.receiptOf("YUNHE", stem);
    }

    private String published() {
        List<SealedList> delivered = exchange.publish().delivered();
        return delivered.stream()
                .map(list -> list.manifest().listName())
                .filter(list -> list.insurer().equals(new InsurerCode("YUNHE")))
                .map(list -> list.fileName())
                .reduce((first, last) -> last)
                .orElseThrow();
    }

    private void join(String code) throws IOException {
        InsurerCode insurer = new InsurerCode(code);
        exchange.bean(Drops.class)
                .prepareEmbedded(exchange.bean(Insurers.class)
                        .add(insurer, code, TestLines.PROPERTY, new DropLocation.Embedded(Set.of()), clock.instant()));
        exchange.bean(Insurers.class)
                .agree(insurer, LocalDate.of(2012, 1, 1), LocalDate.of(2012, 1, 1), clock.instant());
        Certificate own = SecretKeys.generate(code + " <exchange@late.example>", clock.instant())
                .certificate();
        exchange.bean(PartnerCertificates.class)
                .add(new InsurerCertificate(insurer, own.fingerprint().value(), own.encoded(), clock.instant()));
    }
}
