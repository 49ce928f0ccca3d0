package jinbo.operator.partner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import jinbo.exchange.format.Receipt;
import jinbo.exchange.openpgp.AcceptedSigner;
import jinbo.exchange.openpgp.Certificate;
import jinbo.exchange.openpgp.Compression;
import jinbo.exchange.openpgp.CryptoPolicy;
import jinbo.exchange.openpgp.EnvelopeLimits;
import jinbo.exchange.openpgp.Fingerprint;
import jinbo.exchange.openpgp.OpenRequest;
import jinbo.exchange.openpgp.OpenResult;
import jinbo.exchange.openpgp.Opener;
import jinbo.exchange.openpgp.SealRequest;
import jinbo.exchange.openpgp.Sealer;
import jinbo.exchange.openpgp.SecretKeys;
import jinbo.participant.staff.Role;
import jinbo.platform.files.OwnerOnlyFile;
import jinbo.testing.CommandOutput;
import jinbo.testing.CommandSession;
import jinbo.testing.SettableClock;
import jinbo.testing.Steps;
import jinbo.testing.TestExchange;
import jinbo.testing.TestPeople;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Both sides change their keys through the exchange: people compare fingerprints, and no file is lost over it. */
class PartnerChangesKeysIT {

    private static final String START = "2026-11-24T09:00:00+08:00";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuuMMdd");

    private final SettableClock clock = new SettableClock(START);
    private final Steps steps = new Steps();
    private final SecretKeys next = SecretKeys.generate(
            "Jinbo association, next <exchange@jinbo.invalid>", Instant.parse("2026-11-01T00:00:00Z"));
    private final String nextReadOut = next.certificate().fingerprint().toGroupedString();

    @TempDir
    private Path folder;

    private CommandSession commands;
    private CommandSession partner;
    private CommandSession operator;
    private CommandSession wang;
    private CommandSession li;
    private int delivered;

    @Test
    void theInsurerSignsWithItsNextKeyFromTheListOnThatIsEncryptedToIt() throws IOException {
        try (TestExchange exchange = start()) {
            steps.take("people join, and an upload is collected", () -> {
                peopleJoin(exchange);
                exchange.upload(
                        "YUNHE",
                        "complaints-YUNHE-20261124-001.csv.pgp",
                        "mobile,complaint,complained_on\n13810001234,TELEMARKETING,2026-11-20\n");
                run("collect-uploads");
            });
            String old =
                    TestExchange.secretOf("YUNHE").certificate().fingerprint().value();
            steps.take("the insurer sends its next certificate", () -> {
                CommandOutput sent = partner.type("certificate", "send");
                assertThat(sent.err()).isEmpty();
                assertThat(sent.out())
                        .contains("Put on the drop: certificate-YUNHE-20261124-001.asc.pgp", "Our next key: ");
            });
            String fingerprint = steps.take(
                    "the next key can decrypt",
                    () -> rows("OWN", "DECRYPTS").get(0).at("/fingerprint").asString());
            steps.take("it does not sign yet", () -> {
                assertThat(partner.type("certificate", "send").out())
                        .as("repeated, it is the same key and the same file")
                        .contains("certificate-YUNHE-20261124-001.asc.pgp", fingerprint);
                assertThat(partner.type("status").out())
                        .contains("Our next key, which does not sign yet: " + fingerprint);
                assertThat(partner.type("certificate", "use", fingerprint).err())
                        .contains("The association may not have accepted");
            });
            steps.take("the association has received the certificate, and the old key signs", () -> {
                run("collect-uploads");
                run("publish-block-lists");
                CommandOutput synced = partner.type("sync");
                assertThat(synced.out())
                        .contains("certificate-YUNHE-20261124-001.asc.pgp  ACCEPTED")
                        .doesNotContain("Signing key from now on");
                assertThat(rows("OWN", "SIGNS").get(0).at("/fingerprint").asString())
                        .isEqualTo(new Fingerprint(old).toGroupedString());
            });
            steps.take("two people accept the certificate", () -> {
                wang.type("key", "accept", "YUNHE", fingerprint, "--reason", "called back, Ms Chen read it out");
                assertThat(li.type("confirm", "1").out())
                        .contains("Accepted for YUNHE, which has read out the fingerprint.");
            });
            steps.take("the next list is encrypted to the next key, which signs from now on", () -> {
                clock.set("2026-11-25T09:00:00+08:00");
                run("publish-block-lists");
                assertThat(partner.type("sync").out())
                        .contains("List 2 is applied", "Signing key from now on: " + fingerprint);
                assertThat(rows("OWN", "SIGNS").get(0).at("/fingerprint").asString())
                        .isEqualTo(fingerprint);
                assertThat(rows("OWN", "DECRYPTS").get(0).at("/fingerprint").asString())
                        .isEqualTo(new Fingerprint(old).toGroupedString());
            });
            steps.take("two people revoke the old certificate", () -> {
                wang.type("key", "revoke", "YUNHE", old, "--reason", "superseded");
                li.type("confirm", "2");
            });
            steps.take("an upload under the next key is accepted", () -> {
                Path rows = Files.writeString(
                        folder.resolve("rows.csv"),
                        "mobile,complaint,complained_on\n13810001235,TELEMARKETING,2026-11-23\n");
                assertThat(partner.type("upload", rows.toString()).err()).isEmpty();
                run("collect-uploads");
                CommandOutput fetched = partner.type("fetch");
                assertThat(fetched.err()).isEmpty();
                assertThat(fetched.out()).contains("complaints-YUNHE-20261125-001.csv.pgp  ACCEPTED");
            });
        }
    }

    @Test
    void theInsurerRevokesItsFormerKeyUnderTheOneThatSignsAndTheAssociationHeedsItAtOnce() throws IOException {
        try (TestExchange exchange = start()) {
            SecretKeys former = TestExchange.secretOf("YUNHE");
            String old = former.certificate().fingerprint().toGroupedString();
            partner.type("certificate", "send");
            String fingerprint =
                    rows("OWN", "DECRYPTS").get(0).at("/fingerprint").asString();
            run("collect-uploads");
            assertThat(commands.type("key", "accept", "YUNHE", fingerprint).exitCode())
                    .isZero();

            CommandOutput tooEarly = partner.type("certificate", "revoke", old, "--reason", "the laptop was stolen");
            assertThat(tooEarly.exitCode()).isEqualTo(1);
            assertThat(tooEarly.err())
                    .contains("is the signing key, and its revocation must be signed with another key");
            assertThat(partner.type("certificate", "use", fingerprint, "--accepted")
                            .exitCode())
                    .isZero();

            steps.take("the former key is superseded", () -> theFormerIsSuperseded(exchange, former, old));
            steps.take("the former key turns out to be stolen", () -> thenItTurnsOutToBeStolen(exchange, former, old));
        }
    }

    private void theFormerIsSuperseded(TestExchange exchange, SecretKeys former, String old) throws IOException {
        byte[] before = signedBy(exchange, former, "complaints-YUNHE-20261124-001.csv.pgp", "13810001234");
        clock.set("2026-11-24T10:00:00+08:00");
        CommandOutput revoked = partner.type("certificate", "revoke", old, "--reason", "replaced after two years");
        assertThat(revoked.err()).isEmpty();
        assertThat(revoked.out())
                .contains("Put on the drop: certificate-YUNHE-20261124-002.asc.pgp", "Revoked: " + old);
        assertThat(partner.type("certificate", "revoke", old, "--reason", "said twice")
                        .out())
                .as("repeated, it is the same word in the same file")
                .contains("certificate-YUNHE-20261124-002.asc.pgp");
        assertThat(rows("OWN", "REVOKED").get(0).at("/fingerprint").asString()).isEqualTo(old);
        assertThat(partner.type("certificate", "use", old, "--accepted").exitCode())
                .isEqualTo(1);
        run("collect-uploads");
        assertThat(partner.type("fetch").out())
                .containsPattern("certificate-YUNHE-20261124-002.asc.pgp +ACCEPTED .*CERTIFICATE_REVOKES 1");

        clock.set("2026-11-24T11:00:00+08:00");
        assertThat(becomes(exchange, "complaints-YUNHE-20261124-001", before)).isEqualTo("ACCEPTED {}");
        byte[] after = signedBy(exchange, former, "complaints-YUNHE-20261124-002.csv.pgp", "13810001235");
        assertThat(becomes(exchange, "complaints-YUNHE-20261124-002", after))
                .isEqualTo("REFUSED {SIGNER_NOT_ACCEPTED=1}");
    }

    /** It can become harsher, and then nothing that the key ever signed counts. */
    private void thenItTurnsOutToBeStolen(TestExchange exchange, SecretKeys former, String old) throws IOException {
        clock.set("2026-11-24T09:30:00+08:00");
        byte[] early = signedBy(exchange, former, "complaints-YUNHE-20261124-003.csv.pgp", "13810001236");
        clock.set("2026-11-24T12:00:00+08:00");
        assertThat(partner.type(
                                "certificate",
                                "revoke",
                                old,
                                "--from",
                                "2026-11-24",
                                "--compromised",
                                "--reason",
                                "stolen")
                        .exitCode())
                .isEqualTo(2);
        CommandOutput stolen = partner.type("certificate", "revoke", old, "--compromised", "--reason", "stolen");
        assertThat(stolen.err()).isEmpty();
        assertThat(stolen.out())
                .contains(
                        "certificate-YUNHE-20261124-003.asc.pgp",
                        "Revoked as compromised: " + old,
                        "Also call the association");
        run("collect-uploads");
        assertThat(becomes(exchange, "complaints-YUNHE-20261124-003", early))
                .isEqualTo("REFUSED {SIGNER_NOT_ACCEPTED=1}");
    }

    /** What the receipt says, which is encrypted to the keys that count. */
    private String becomes(TestExchange exchange, String stem, byte[] sealed) throws IOException {
        exchange.place("YUNHE", stem + ".csv.pgp", sealed);
        run("collect-uploads");
        Path made;
        try (Stream<Path> own = Files.list(folder.resolve("own/own"))) {
            made = own.filter(file -> file.toString().endsWith(".asc"))
                    .findFirst()
                    .orElseThrow();
        }
        Receipt receipt = exchange.receipt("YUNHE", "receipt-" + stem + ".json.pgp", SecretKeys.load(made));
        return receipt.status() + " " + receipt.tally().findings();
    }

    private static byte[] signedBy(TestExchange exchange, SecretKeys signer, String name, String number) {
        String content = "mobile,complaint,complained_on\n" + number + ",TELEMARKETING,2026-11-20\n";
        return exchange.seal(signer, name, content.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void theAssociationsNextCertificateWaitsForACallAndCountsBesideTheFormer() throws IOException {
        try (TestExchange exchange = start()) {
            SecretKeys now = association();
            run("publish-block-lists");
            assertThat(partner.type("sync").out()).contains("List 1 is applied");

            deliver(exchange, now, next.certificate().armored());
            CommandOutput synced = partner.type("sync");
            assertThat(synced.exitCode()).isZero();
            assertThat(synced.out())
                    .contains("A certificate of the association is waiting: " + nextReadOut, "Call the association");
            assertThat(partner.type("sync").out()).as("told once").doesNotContain(nextReadOut);
            assertThat(partner.type("status").out()).contains("is waiting: " + nextReadOut);
            assertThat(rows("ASSOCIATION", "WAITING")).hasSize(1);

            steps.take("nothing that the next key signs is taken yet", () -> nothingThatItSignsIsTakenBefore(exchange));
            steps.take("other digits are refused", this::otherDigitsAreRefused);

            assertThat(partner.type("certificate", "accept", nextReadOut).out())
                    .contains("Accepted in addition to the former certificate: " + nextReadOut);
            assertThat(rows("ASSOCIATION", "ACCEPTED")).hasSize(2);
            assertThat(partner.type("status").out()).doesNotContain(nextReadOut);
            steps.take("an upload is encrypted to both", () -> anUploadIsEncryptedToBoth(exchange, now));
            steps.take("what the next key signs is taken now", () -> whatItSignsIsTakenNow(exchange));
            steps.take(
                    "the former key's revocation counts at once and for good",
                    () -> itsRevocationCountsAtOnceAndIsNeverTakenBack(exchange, now));
        }
    }

    @Test
    void whatIsRefusedComesNeverBackUnlessPeopleSayOtherwise() throws IOException {
        try (TestExchange exchange = start()) {
            steps.take("the certificate arrives", () -> {
                deliver(exchange, association(), next.certificate().armored());
                partner.type("fetch");
            });
            steps.take(
                    "it is refused",
                    () -> assertThat(partner.type("certificate", "refuse", nextReadOut)
                                    .out())
                            .contains("Refused permanently: " + nextReadOut));
            steps.take("it arrives again and stays refused", () -> {
                deliver(exchange, association(), next.certificate().armored());
                assertThat(partner.type("fetch").out()).contains("was refused before");
                assertThat(rows("ASSOCIATION", "REFUSED")).hasSize(1);
            });
            steps.take(
                    "it is not refused twice",
                    () -> assertThat(partner.type("certificate", "refuse", nextReadOut)
                                    .exitCode())
                            .isEqualTo(1));
            steps.take(
                    "it is accepted after all",
                    () -> assertThat(partner.type("certificate", "accept", nextReadOut)
                                    .exitCode())
                            .as("after all, the association had sent it")
                            .isZero());
        }
    }

    @Test
    void whatIsNoCertificateOfTheAssociationIsToldAndDoesNotWait() throws IOException {
        try (TestExchange exchange = start()) {
            steps.take("one that another insurer signed is a fault", () -> {
                String forged = deliver(
                        exchange,
                        TestExchange.secretOf("CHANGQING"),
                        next.certificate().armored());
                assertFault(forged, "FORGED");
            });
            steps.take(
                    "so is one without a certificate",
                    () -> assertFault(deliver(exchange, association(), "no certificate"), "MALFORMED"));
            steps.take(
                    "so is one that the association does not use",
                    () -> assertFault(
                            deliver(exchange, association(), new String(next.armored(), StandardCharsets.US_ASCII)),
                            "MALFORMED"));
            steps.take(
                    "so is one of the insurer's own",
                    () -> assertFault(
                            deliver(
                                    exchange,
                                    association(),
                                    TestExchange.secretOf("YUNHE").certificate().armored()),
                            "MALFORMED"));
            steps.take("none of them waits", () -> {
                assertThat(rows("ASSOCIATION", "WAITING")).isEmpty();
                assertThat(folder.resolve("own/association/waiting")).doesNotExist();
            });
        }
    }

    private void nothingThatItSignsIsTakenBefore(TestExchange exchange) throws IOException {
        String name = deliver(exchange, next, next.certificate().armored());
        assertFault(name, "FORGED");
    }

    private void otherDigitsAreRefused() throws IOException {
        CommandOutput misheard = partner.type(
                "certificate",
                "accept",
                association().certificate().fingerprint().value());
        assertThat(misheard.exitCode()).isEqualTo(1);
        assertThat(misheard.err()).contains("somebody else has sent the certificate in that list");
        assertThat(partner.type("certificate", "accept", nextReadOut.substring(5))
                        .exitCode())
                .isEqualTo(2);
    }

    private void anUploadIsEncryptedToBoth(TestExchange exchange, SecretKeys former) throws IOException {
        Path rows = Files.writeString(
                folder.resolve("rows.csv"), "mobile,complaint,complained_on\n13810001235,TELEMARKETING,2026-11-23\n");
        assertThat(partner.type("upload", rows.toString()).err()).isEmpty();
        byte[] sealed =
                Files.readAllBytes(exchange.drop("YUNHE", "upload").resolve("complaints-YUNHE-20261124-001.csv.pgp"));
        for (SecretKeys one : List.of(former, next)) {
            assertThat(opens(sealed, one)).isTrue();
        }
        run("collect-uploads");
    }

    private static boolean opens(byte[] sealed, SecretKeys recipient) throws IOException {
        OpenRequest request = OpenRequest.forUpload(
                AcceptedSigner.always(TestExchange.secretOf("YUNHE").certificate()),
                Instant.parse("2026-11-24T01:00:00Z"),
                "complaints-YUNHE-20261124-001.csv.pgp",
                EnvelopeLimits.standard());
        return new Opener(recipient, CryptoPolicy.standard())
                        .open(new ByteArrayInputStream(sealed), request, InputStream::readAllBytes)
                instanceof OpenResult.Opened<byte[]>;
    }

    private void whatItSignsIsTakenNow(TestExchange exchange) throws IOException {
        deliver(exchange, next, next.certificate().armored());
        JsonNode fetched = partner.json("fetch");
        assertThat(last(fetched.at("/certificates")).at("/outcome").asString()).isEqualTo("KNOWN");
    }

    /** The former key was stolen: the association says so in a newer copy of its certificate, under the next key. */
    private void itsRevocationCountsAtOnceAndIsNeverTakenBack(TestExchange exchange, SecretKeys former)
            throws IOException {
        Certificate revoked = jinbo.exchange.openpgp.RevokedCertificate.of(former, clock.instant());
        deliver(exchange, next, revoked.armored());

        assertThat(last(partner.json("fetch").at("/certificates"))
                        .at("/outcome")
                        .asString())
                .isEqualTo("REVOKED");
        assertThat(rows("ASSOCIATION", "ENDED")).hasSize(1);

        deliver(exchange, next, former.certificate().armored());
        assertThat(last(partner.json("fetch").at("/certificates"))
                        .at("/outcome")
                        .asString())
                .as("an older copy takes nothing back")
                .isEqualTo("KNOWN");
        assertThat(rows("ASSOCIATION", "ENDED")).hasSize(1);
        assertFault(deliver(exchange, former, next.certificate().armored()), "FORGED");
    }

    private void assertFault(String name, String fault) throws IOException {
        JsonNode told = last(partner.json(1, "fetch").at("/certificates"));
        assertThat(told.at("/file").asString()).isEqualTo(name);
        assertThat(told.at("/fault").asString()).isEqualTo(fault);
        Files.delete(folder.resolve("own/inbox").resolve(name));
        Files.delete(folder.resolve("home/drops/YUNHE/download").resolve(name));
    }

    private static JsonNode last(JsonNode all) {
        return all.get(all.size() - 1);
    }

    private String deliver(TestExchange exchange, SecretKeys signer, String content) throws IOException {
        delivered++;
        String day = DAY.format(clock.instant().atZone(ZoneId.of("Asia/Shanghai")));
        String name = "certificate-YUNHE-%s-%03d.asc.pgp".formatted(day, delivered);
        ByteArrayOutputStream sealed = new ByteArrayOutputStream();
        new Sealer(signer, CryptoPolicy.standard(), Compression.standard())
                .seal(
                        clear -> clear.write(content.getBytes(StandardCharsets.US_ASCII)),
                        new SealRequest(
                                name, Set.of(TestExchange.secretOf("YUNHE").certificate()), clock.instant()),
                        sealed);
        Files.write(exchange.drop("YUNHE", "download").resolve(name), sealed.toByteArray());
        return name;
    }

    private List<JsonNode> rows(String whose, String state) {
        List<JsonNode> found = new ArrayList<>();
        for (JsonNode row : partner.json("certificate", "list").at("/certificates")) {
            if (row.at("/whose").asString().equals(whose)
                    && row.at("/state").asString().equals(state)) {
                found.add(row);
            }
        }
        return found;
    }

    private TestExchange start() throws IOException {
        TestExchange exchange = TestExchange.start(folder.resolve("home"), clock);
        commands = CommandSession.over(exchange);
        operator = commands;
        partner = commands.partner(folder.resolve("own"));
        Path association = Files.writeString(
                folder.resolve("association.asc"),
                commands.type("key", "export").out());
        OwnerOnlyFile secret = new OwnerOnlyFile(folder.resolve("secret.asc"));
        secret.write(Files.readString(TestExchange.KEYS.resolve("YUNHE.secret.asc")));
        Files.createDirectories(exchange.drop("YUNHE", "download"));
        Files.createDirectories(exchange.drop("YUNHE", "upload"));
        CommandOutput init = partner.type(
                "init",
                "YUNHE",
                "--drop",
                folder.resolve("home/drops/YUNHE").toString(),
                "--secret-key",
                secret.path().toString(),
                "--association",
                association.toString());
        assertThat(init.err()).isEmpty();
        return exchange;
    }

    private SecretKeys association() throws IOException {
        return SecretKeys.load(folder.resolve("home/keys/association.asc"));
    }

    private void run(String job) {
        CommandOutput run = operator.type("run", job);
        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
    }

    private void peopleJoin(TestExchange exchange) {
        TestPeople people = new TestPeople(exchange, folder);
        wang = commands.as(people.join("wang", Role.KEY_OFFICER));
        li = commands.as(people.join("li", Role.KEY_OFFICER));
        operator = commands.as(people.join("zhao", Role.OPERATOR));
    }
}
