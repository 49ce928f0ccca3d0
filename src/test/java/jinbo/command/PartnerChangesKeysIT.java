package jinbo.command;

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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import jinbo.disk.OwnerOnlyFile;
import jinbo.envelope.AcceptedSigner;
import jinbo.envelope.Certificate;
import jinbo.envelope.Compression;
import jinbo.envelope.CryptoPolicy;
import jinbo.envelope.OpenRequest;
import jinbo.envelope.Opener;
import jinbo.envelope.Opening;
import jinbo.envelope.OpeningLimits;
import jinbo.envelope.SealRequest;
import jinbo.envelope.Sealer;
import jinbo.envelope.SecretKeys;
import jinbo.exchange.Receipt;
import jinbo.testing.SettableClock;
import jinbo.testing.TestExchange;
import jinbo.testing.TestPerson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Both sides change their keys through the exchange: people compare fingerprints, and no file is lost over it. */
class PartnerChangesKeysIT {

    private static final String START = "2026-11-24T09:00:00+08:00";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuuMMdd");

    private final SettableClock clock = new SettableClock(START);
    private final Map<String, String> settings = new HashMap<>();
    private final SecretKeys next = SecretKeys.generate(
            "Jinbo association, next <exchange@jinbo.invalid>", Instant.parse("2026-11-01T00:00:00Z"));
    private final String nextReadOut =
            KeyJudged.inGroups(next.certificate().fingerprint().value());

    @TempDir
    private Path folder;

    private TestPerson wang;
    private TestPerson li;
    private int delivered;

    @Test
    void theInsurerSignsWithItsNextKeyFromTheListOnThatIsEncryptedToIt() throws IOException {
        try (TestExchange exchange = start()) {
            twoKeyOfficers();
            exchange.upload(
                    "YUNHE",
                    "complaints-YUNHE-20261124-001.csv.pgp",
                    "mobile,complaint,complained_on\n13810001234,TELEMARKETING,2026-11-20\n");
            run("collect-uploads");
            String old =
                    TestExchange.secretOf("YUNHE").certificate().fingerprint().value();

            TypedCommand sent = partner("certificate", "send");
            assertThat(sent.err()).isEmpty();
            assertThat(sent.out()).contains("Dropped: certificate-YUNHE-20261124-001.asc.pgp", "Our next key: ");
            String fingerprint =
                    rows("OWN", "DECRYPTS").get(0).at("/fingerprint").asString();
            assertThat(partner("certificate", "send").out())
                    .as("repeated, it is the same key and the same file")
                    .contains("certificate-YUNHE-20261124-001.asc.pgp", fingerprint);
            assertThat(partner("status").out()).contains("Our next key, which does not sign yet: " + fingerprint);
            assertThat(partner("certificate", "use", fingerprint).err())
                    .contains("Nothing shows that the association accepts");

            run("collect-uploads");
            run("publish-block-lists");
            TypedCommand synced = partner("sync");
            assertThat(synced.out())
                    .contains("certificate-YUNHE-20261124-001.asc.pgp  ACCEPTED")
                    .doesNotContain("Signs from now on");
            assertThat(rows("OWN", "SIGNS").get(0).at("/fingerprint").asString())
                    .isEqualTo(KeyJudged.inGroups(old));

            as(wang, "key", "accept", "YUNHE", fingerprint, "--reason", "called back, Ms Chen read it out");
            assertThat(as(li, "confirm", "2").out())
                    .contains("Accepted for YUNHE, whose people have read the fingerprint out.");
            advance("2026-11-25T09:00:00+08:00");
            run("publish-block-lists");
            assertThat(partner("sync").out()).contains("List 2 is held", "Signs from now on: " + fingerprint);
            assertThat(rows("OWN", "SIGNS").get(0).at("/fingerprint").asString())
                    .isEqualTo(fingerprint);
            assertThat(rows("OWN", "DECRYPTS").get(0).at("/fingerprint").asString())
                    .isEqualTo(KeyJudged.inGroups(old));

            as(wang, "key", "revoke", "YUNHE", old, "--reason", "superseded");
            as(li, "confirm", "3");
            Path rows = Files.writeString(
                    folder.resolve("rows.csv"),
                    "mobile,complaint,complained_on\n13810001235,TELEMARKETING,2026-11-23\n");
            assertThat(partner("upload", rows.toString()).err()).isEmpty();
            run("collect-uploads");
            TypedCommand fetched = partner("fetch");
            assertThat(fetched.err()).isEmpty();
            assertThat(fetched.out()).contains("complaints-YUNHE-20261125-001.csv.pgp  ACCEPTED");
        }
    }

    @Test
    void theInsurerRevokesItsFormerKeyUnderTheOneThatSignsAndTheAssociationHeedsItAtOnce() throws IOException {
        try (TestExchange exchange = start()) {
            SecretKeys former = TestExchange.secretOf("YUNHE");
            String old = KeyJudged.inGroups(former.certificate().fingerprint().value());
            partner("certificate", "send");
            String fingerprint =
                    rows("OWN", "DECRYPTS").get(0).at("/fingerprint").asString();
            run("collect-uploads");
            assertThat(english("key", "accept", "YUNHE", fingerprint).exitCode())
                    .isZero();

            TypedCommand tooEarly = partner("certificate", "revoke", old, "--reason", "the laptop was stolen");
            assertThat(tooEarly.exitCode()).isEqualTo(1);
            assertThat(tooEarly.err()).contains("signs, and what revokes it must be signed with another one");
            assertThat(partner("certificate", "use", fingerprint, "--accepted").exitCode())
                    .isZero();

            theFormerIsSuperseded(exchange, former, old);
            thenItTurnsOutToBeStolen(exchange, former, old);
        }
    }

    private void theFormerIsSuperseded(TestExchange exchange, SecretKeys former, String old) throws IOException {
        byte[] before = signedBy(exchange, former, "complaints-YUNHE-20261124-001.csv.pgp", "13810001234");
        advance("2026-11-24T10:00:00+08:00");
        TypedCommand revoked = partner("certificate", "revoke", old, "--reason", "replaced after two years");
        assertThat(revoked.err()).isEmpty();
        assertThat(revoked.out()).contains("Dropped: certificate-YUNHE-20261124-002.asc.pgp", "Revoked: " + old);
        assertThat(partner("certificate", "revoke", old, "--reason", "said twice")
                        .out())
                .as("repeated, it is the same word in the same file")
                .contains("certificate-YUNHE-20261124-002.asc.pgp");
        assertThat(rows("OWN", "REVOKED").get(0).at("/fingerprint").asString()).isEqualTo(old);
        assertThat(partner("certificate", "use", old, "--accepted").exitCode()).isEqualTo(1);
        run("collect-uploads");
        assertThat(partner("fetch").out())
                .containsPattern("certificate-YUNHE-20261124-002.asc.pgp +ACCEPTED .*CERTIFICATE_REVOKES 1");

        advance("2026-11-24T11:00:00+08:00");
        assertThat(becomes(exchange, "complaints-YUNHE-20261124-001", before)).isEqualTo("ACCEPTED {}");
        byte[] after = signedBy(exchange, former, "complaints-YUNHE-20261124-002.csv.pgp", "13810001235");
        assertThat(becomes(exchange, "complaints-YUNHE-20261124-002", after))
                .isEqualTo("REFUSED {SIGNER_NOT_ACCEPTED=1}");
    }

    /** It can become harsher, and then nothing that the key ever signed counts. */
    private void thenItTurnsOutToBeStolen(TestExchange exchange, SecretKeys former, String old) throws IOException {
        clock.set("2026-11-24T09:30:00+08:00");
        byte[] early = signedBy(exchange, former, "complaints-YUNHE-20261124-003.csv.pgp", "13810001236");
        advance("2026-11-24T12:00:00+08:00");
        assertThat(partner("certificate", "revoke", old, "--from", "2026-11-24", "--compromised", "--reason", "stolen")
                        .exitCode())
                .isEqualTo(2);
        TypedCommand stolen = partner("certificate", "revoke", old, "--compromised", "--reason", "stolen");
        assertThat(stolen.err()).isEmpty();
        assertThat(stolen.out())
                .contains("certificate-YUNHE-20261124-003.asc.pgp", "Revoked as compromised: " + old, "Telephone");
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
            assertThat(partner("sync").out()).contains("List 1 is held");

            deliver(exchange, now, next.certificate().armored());
            TypedCommand synced = partner("sync");
            assertThat(synced.exitCode()).isZero();
            assertThat(synced.out())
                    .contains("A certificate of the association waits: " + nextReadOut, "Call the association");
            assertThat(partner("sync").out()).as("told once").doesNotContain(nextReadOut);
            assertThat(partner("status").out()).contains("waits: " + nextReadOut);
            assertThat(rows("ASSOCIATION", "WAITING")).hasSize(1);

            nothingThatItSignsIsTakenBefore(exchange);
            otherDigitsAreRefused();

            assertThat(partner("certificate", "accept", nextReadOut).out())
                    .contains("It counts from now on, beside the former: " + nextReadOut);
            assertThat(rows("ASSOCIATION", "ACCEPTED")).hasSize(2);
            assertThat(partner("status").out()).doesNotContain(nextReadOut);
            anUploadIsEncryptedToBoth(exchange, now);
            whatItSignsIsTakenNow(exchange);
            itsRevocationCountsAtOnceAndIsNeverTakenBack(exchange, now);
        }
    }

    @Test
    void whatIsRefusedComesNeverBackUnlessPeopleSayOtherwise() throws IOException {
        try (TestExchange exchange = start()) {
            deliver(exchange, association(), next.certificate().armored());
            partner("fetch");

            assertThat(partner("certificate", "refuse", nextReadOut).out()).contains("It never counts: " + nextReadOut);
            deliver(exchange, association(), next.certificate().armored());
            assertThat(partner("fetch").out()).contains("came before and was refused here");
            assertThat(rows("ASSOCIATION", "REFUSED")).hasSize(1);
            assertThat(partner("certificate", "refuse", nextReadOut).exitCode()).isEqualTo(1);
            assertThat(partner("certificate", "accept", nextReadOut).exitCode())
                    .as("after all, the association had sent it")
                    .isZero();
        }
    }

    @Test
    void whatIsNoCertificateOfTheAssociationIsToldAndDoesNotWait() throws IOException {
        try (TestExchange exchange = start()) {
            String forged = deliver(
                    exchange,
                    TestExchange.secretOf("CHANGQING"),
                    next.certificate().armored());
            assertFault(forged, "FORGED");
            assertFault(deliver(exchange, association(), "no certificate"), "MALFORMED");
            assertFault(
                    deliver(exchange, association(), new String(next.armored(), StandardCharsets.US_ASCII)),
                    "MALFORMED");
            assertFault(
                    deliver(
                            exchange,
                            association(),
                            TestExchange.secretOf("YUNHE").certificate().armored()),
                    "MALFORMED");

            assertThat(rows("ASSOCIATION", "WAITING")).isEmpty();
            assertThat(folder.resolve("own/association/waiting")).doesNotExist();
        }
    }

    private void nothingThatItSignsIsTakenBefore(TestExchange exchange) throws IOException {
        String name = deliver(exchange, next, next.certificate().armored());
        assertFault(name, "FORGED");
    }

    private void otherDigitsAreRefused() throws IOException {
        TypedCommand misheard = partner(
                "certificate",
                "accept",
                association().certificate().fingerprint().value());
        assertThat(misheard.exitCode()).isEqualTo(1);
        assertThat(misheard.err()).contains("somebody else has sent that certificate");
        assertThat(partner("certificate", "accept", nextReadOut.substring(5)).exitCode())
                .isEqualTo(2);
    }

    private void anUploadIsEncryptedToBoth(TestExchange exchange, SecretKeys former) throws IOException {
        Path rows = Files.writeString(
                folder.resolve("rows.csv"), "mobile,complaint,complained_on\n13810001235,TELEMARKETING,2026-11-23\n");
        assertThat(partner("upload", rows.toString()).err()).isEmpty();
        byte[] sealed =
                Files.readAllBytes(exchange.drop("YUNHE", "upload").resolve("complaints-YUNHE-20261124-001.csv.pgp"));
        for (SecretKeys one : List.of(former, next)) {
            assertThat(opens(sealed, one)).isTrue();
        }
        run("collect-uploads");
    }

    private static boolean opens(byte[] sealed, SecretKeys recipient) throws IOException {
        OpenRequest request = OpenRequest.ofUpload(
                AcceptedSigner.always(TestExchange.secretOf("YUNHE").certificate()),
                Instant.parse("2026-11-24T01:00:00Z"),
                "complaints-YUNHE-20261124-001.csv.pgp",
                OpeningLimits.standard());
        return new Opener(recipient, CryptoPolicy.standard())
                        .open(new ByteArrayInputStream(sealed), request, InputStream::readAllBytes)
                instanceof Opening.Opened<byte[]>;
    }

    private void whatItSignsIsTakenNow(TestExchange exchange) throws IOException {
        deliver(exchange, next, next.certificate().armored());
        JsonNode fetched = partner("fetch", "--output", "json").json();
        assertThat(last(fetched.at("/certificates")).at("/outcome").asString()).isEqualTo("KNOWN");
    }

    /** The former key was stolen: the association says so in a newer copy of its certificate, under the next key. */
    private void itsRevocationCountsAtOnceAndIsNeverTakenBack(TestExchange exchange, SecretKeys former)
            throws IOException {
        Certificate revoked = jinbo.envelope.RevokedCopy.of(former, clock.instant());
        deliver(exchange, next, revoked.armored());

        TypedCommand fetched = partner("fetch", "--output", "json");
        assertThat(last(fetched.json().at("/certificates")).at("/outcome").asString())
                .isEqualTo("REVOKED");
        assertThat(rows("ASSOCIATION", "ENDED")).hasSize(1);

        deliver(exchange, next, former.certificate().armored());
        assertThat(last(partner("fetch", "--output", "json").json().at("/certificates"))
                        .at("/outcome")
                        .asString())
                .as("an older copy takes nothing back")
                .isEqualTo("KNOWN");
        assertThat(rows("ASSOCIATION", "ENDED")).hasSize(1);
        assertFault(deliver(exchange, former, next.certificate().armored()), "FORGED");
    }

    private void assertFault(String name, String fault) throws IOException {
        TypedCommand fetched = partner("fetch", "--output", "json");
        assertThat(fetched.exitCode()).isEqualTo(1);
        JsonNode told = last(fetched.json().at("/certificates"));
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
        TypedCommand list = partner("certificate", "list", "--output", "json");
        assertThat(list.err()).isEmpty();
        List<JsonNode> found = new ArrayList<>();
        for (JsonNode row : list.json().at("/certificates")) {
            if (row.at("/whose").asString().equals(whose)
                    && row.at("/state").asString().equals(state)) {
                found.add(row);
            }
        }
        return found;
    }

    private TestExchange start() throws IOException {
        TestExchange exchange = TestExchange.start(folder.resolve("home"), clock);
        settings.putAll(StorySettings.at(START, exchange.databaseUrl()));
        Path association = Files.writeString(
                folder.resolve("association.asc"), english("key", "export").out());
        OwnerOnlyFile secret = new OwnerOnlyFile(folder.resolve("secret.asc"));
        secret.write(Files.readString(TestExchange.KEYS.resolve("YUNHE.secret.asc")));
        Files.createDirectories(exchange.drop("YUNHE", "download"));
        Files.createDirectories(exchange.drop("YUNHE", "upload"));
        TypedCommand init = partner(
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

    private void advance(String to) {
        clock.set(to);
        settings.put("jinbo.clock", to);
    }

    private void run(String job) {
        TypedCommand run = wang == null ? english("run", job) : operator("run", job);
        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
    }

    private TypedCommand operator(String... typed) {
        return as(operator, typed);
    }

    private TestPerson operator;

    private void twoKeyOfficers() {
        TestPerson first = TestPerson.withKeyIn(folder, "wang");
        assertThat(english(add(first, "KEY_OFFICER")).err()).isEmpty();
        li = TestPerson.withKeyIn(folder, "li");
        assertThat(as(first, add(li, "KEY_OFFICER")).err()).isEmpty();
        wang = first;
        operator = TestPerson.withKeyIn(folder, "zhao");
        as(wang, add(operator, "OPERATOR"));
        assertThat(as(li, "confirm", "1").err()).isEmpty();
    }

    private static String[] add(TestPerson person, String role) {
        return new String[] {
            "person",
            "add",
            person.name(),
            "--full-name",
            "An Officer",
            "--role",
            role,
            "--ssh-key",
            person.publicKey().toString()
        };
    }

    private TypedCommand as(TestPerson person, String... typed) {
        List<String> all = new ArrayList<>(List.of(typed));
        all.addAll(person.options());
        return english(all.toArray(String[]::new));
    }

    private TypedCommand partner(String... typed) {
        List<String> all = new ArrayList<>(
                List.of("--lang", "en", "--home", folder.resolve("never").toString(), "partner"));
        all.addAll(List.of(typed));
        all.addAll(List.of("--partner", folder.resolve("own").toString()));
        return TypedCommand.run(settings, all);
    }

    private TypedCommand english(String... typed) {
        List<String> all =
                new ArrayList<>(List.of("--home", folder.resolve("home").toString(), "--lang", "en"));
        all.addAll(List.of(typed));
        return TypedCommand.run(settings, all);
    }
}
