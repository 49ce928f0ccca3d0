package jinbo.operator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import jinbo.platform.home.EmbeddedDatabase;
import jinbo.platform.home.Home;
import jinbo.testing.CommandOutput;
import jinbo.testing.CommandSession;
import jinbo.testing.SettableClock;
import jinbo.testing.Steps;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** An operator takes an insurer on, command by command, in a fresh home with the database that a home comes with. */
class OperatorStoryIT {

    private static final String FINGERPRINT = "1DE38723BD0C1DCA151D9B8870E893BB7A0167A4";
    private static final SettableClock CLOCK = new SettableClock("2026-12-01T09:00:00+08:00");

    private final Steps steps = new Steps();

    @TempDir
    private Path folder;

    private CommandSession commands;

    @BeforeEach
    void open() {
        commands = CommandSession.over(folder.resolve("home"), CLOCK);
    }

    /** Every command opens and closes the home; the database stays up between them, as it does beside another command. */
    @Test
    void anInsurerIsTakenOnAndTheBooksAgree() throws IOException {
        steps.take("the home must be a folder", this::theHomeMustBeAFolder);
        steps.take("adds an insurer", this::addsAnInsurer);
        try (EmbeddedDatabase keptUp = EmbeddedDatabase.open(new Home(commands.home()))) {
            assertThat(keptUp.address().url()).isNotBlank();
            steps.take("settings must be sound", this::settingsMustBeSound);
            takesTheInsurerOn();
        }
    }

    private void takesTheInsurerOn() throws IOException {
        steps.take("refuses the same insurer again", this::refusesTheSameInsurerAgain);
        steps.take("shows what is missing", this::showsWhatIsMissing);
        steps.take("records agreements", this::recordsAgreements);
        steps.take("refuses a secret key", this::refusesASecretKey);
        steps.take("accepts a certificate", this::acceptsACertificate);
        steps.take("shows the table of algorithms", this::showsTheTableOfAlgorithms);
        steps.take("refuses the certificate for another insurer", this::refusesTheCertificateForAnotherInsurer);
        steps.take("exports the association's certificate", this::exportsTheAssociationsCertificate);
        steps.take("status shows the insurer", this::tellsTheStatus);
        steps.take("runs both jobs", this::runsBothJobs);
        steps.take("imports a calendar", this::importsACalendar);
        steps.take("tells the age of the segment table", this::tellsTheAgeOfTheSegmentTable);
        steps.take("refuses a damaged calendar", this::refusesADamagedCalendar);
        steps.take("refuses an unsound segment file", this::refusesAnUnsoundSegmentFile);
        steps.take("proves the registry", this::provesTheRegistry);
        steps.take("searches the access log", this::searchesTheAccessLog);
        steps.take("suspends an insurer", this::suspendsAnInsurer);
        steps.take("resumes an insurer", this::resumesAnInsurer);
        steps.take("pins the next host key of an insurer's server", this::pinsTheNextHostKeyOfAnInsurersServer);
    }

    private void theHomeMustBeAFolder() throws IOException {
        Path file = Files.writeString(folder.resolve("a-file"), "");

        CommandOutput command = CommandSession.over(file, CLOCK).type("status", "--output", "json");

        assertThat(command.exitCode()).isEqualTo(1);
        assertThat(command.out()).isEmpty();
        assertThat(command.err()).contains("\"error\" : \"HOME_NOT_OPENED\"").contains("is not a folder");
    }

    private void settingsMustBeSound() throws IOException {
        Path file = commands.home().resolve("jobs").resolve("collect-uploads.yaml");
        Files.writeString(file, "jinbo: [\n");
        CommandOutput noYaml = commands.type("status");
        Files.writeString(file, "jinbo:\n  collect-uploads:\n    settle: soon\n");
        CommandOutput noDuration = commands.type("status");
        Files.writeString(file, "jinbo:\n  collect-uploads:\n    hold:\n      rows: many\n");
        CommandOutput noNumber = commands.in("zh").type("status");
        Files.delete(file);
        Path other = file.resolveSibling("publish-block-lists.yaml");
        Files.writeString(other, "jinbo:\n  publish-block-lists:\n    use-by-workday: 3\n");
        CommandOutput unknown = commands.type("status");
        CommandOutput unknownInChinese = commands.in("zh").type("status");
        CommandOutput unknownAsJson = commands.type("status", "--output", "json");
        Files.delete(other);

        assertThat(noYaml.exitCode()).isEqualTo(1);
        assertThat(noYaml.err()).contains("is not valid YAML").doesNotContain("See the log for details");
        assertThat(noDuration.exitCode()).isEqualTo(1);
        assertThat(noDuration.err())
                .isEqualTo("The value \"soon\" of the setting jinbo.collect-uploads.settle is not valid (" + file
                        + ":3); correct it.\n");
        assertThat(noNumber.exitCode()).isEqualTo(1);
        assertThat(noNumber.err()).isEqualTo("设置 jinbo.collect-uploads.hold.rows 的值“many”无效（" + file + ":4）；请更正。\n");
        assertThat(unknown.exitCode()).isEqualTo(1);
        assertThat(unknown.err())
                .isEqualTo("Unknown setting jinbo.publish-block-lists.use-by-workday (" + other
                        + ":3); correct its name or remove it.\n");
        assertThat(unknownInChinese.err())
                .isEqualTo("没有设置 jinbo.publish-block-lists.use-by-workday（" + other + ":3）；请更正名称或将其删除。\n");
        assertThat(unknownAsJson.err())
                .contains("\"error\" : \"SETTING_UNKNOWN\"")
                .contains("\"key\" : \"jinbo.publish-block-lists.use-by-workday\"");
    }

    private void addsAnInsurer() {
        JsonNode added = commands.json(
                "insurer", "add", "YUNHE", "--name", "云河人寿", "--line", "life", "--ssh-key", key("YUNHE.ssh.pub"));

        assertThat(added.propertyNames())
                .containsExactly(
                        "code",
                        "name",
                        "lines",
                        "service_number",
                        "joined_at",
                        "suspended_at",
                        "left_on",
                        "successor",
                        "self_discipline_since",
                        "confidentiality_since",
                        "agreements_end_on",
                        "drop",
                        "certificates",
                        "units",
                        "standing",
                        "problems");
        assertThat(added.at("/code").asString()).isEqualTo("YUNHE");
        assertThat(added.at("/name").asString()).isEqualTo("云河人寿");
        assertThat(added.at("/joined_at").asString()).isEqualTo("2026-12-01T09:00:00+08:00");
        assertThat(added.at("/suspended_at").isNull()).isTrue();
        assertThat(added.at("/drop/kind").asString()).isEqualTo("EMBEDDED");
        assertThat(added.at("/drop/authorized_keys").size()).isEqualTo(1);
        assertThat(Path.of(added.at("/drop/upload").asString()))
                .as("a file can be put there at once")
                .isDirectory()
                .isEqualTo(commands.home().resolve("drops/YUNHE/upload"));
    }

    private void pinsTheNextHostKeyOfAnInsurersServer() {
        String old = "SHA256:" + "A".repeat(43);
        String next = "SHA256:" + "B".repeat(43);
        commands.json(
                "insurer",
                "add",
                "PINNED",
                "--name",
                "Pinned",
                "--line",
                "life",
                "--sftp",
                "sftp://jinbo@127.0.0.1/",
                "--host-key",
                old);

        JsonNode both = commands.json("insurer", "pin", "PINNED", next);
        JsonNode again = commands.json("insurer", "pin", "PINNED", next);
        JsonNode alone = commands.json("insurer", "pin", "PINNED", next, "--only");

        assertThat(both.at("/drop/host_keys").toString()).isEqualTo("[\"" + old + "\",\"" + next + "\"]");
        assertThat(again.at("/drop/host_keys")).isEqualTo(both.at("/drop/host_keys"));
        assertThat(alone.at("/drop/host_keys").toString()).isEqualTo("[\"" + next + "\"]");
        assertThat(commands.type("insurer", "pin", "YUNHE", next).err()).contains("embedded server");
        assertThat(commands.type("insurer", "pin", "PINNED", "SHA1:x").exitCode())
                .isEqualTo(2);
    }

    private void refusesTheSameInsurerAgain() {
        CommandOutput again = commands.type("insurer", "add", "YUNHE", "--name", "Other", "--line", "LIFE");

        assertThat(again.exitCode()).isEqualTo(1);
        assertThat(again.err()).startsWith("Insurer YUNHE already exists");
        assertThat(commands.in("zh").type("insurer", "show", "NOBODY").err()).startsWith("没有保险公司 NOBODY。现有：YUNHE");
    }

    private void showsWhatIsMissing() {
        assertThat(commands.type("insurer", "show", "YUNHE").out())
                .contains("Upload folder    " + commands.home().resolve("drops/YUNHE/upload"))
                .contains("insurer agree YUNHE --self-discipline DATE")
                .contains("key add YUNHE FILE");
    }

    private void recordsAgreements() {
        JsonNode agreed = commands.json(
                "insurer", "agree", "YUNHE", "--self-discipline", "2026-09-01", "--confidentiality", "2026-10-01");

        assertThat(agreed.at("/self_discipline_since").asString()).isEqualTo("2026-09-01");
        assertThat(agreed.at("/confidentiality_since").asString()).isEqualTo("2026-10-01");
        assertThat(codes(agreed.at("/problems"))).containsExactly("NO_CERTIFICATE");
    }

    private void refusesASecretKey() {
        CommandOutput command = commands.type("key", "add", "YUNHE", key("YUNHE.secret.asc"));

        assertThat(command.exitCode()).isEqualTo(1);
        assertThat(command.err()).startsWith("This contains a secret key, which must never leave its owner; ");
        assertThat(commands.type("key", "add", "YUNHE", "no-such-file").err())
                .startsWith("The file does not exist: no-such-file");
        assertThat(commands.type("key", "list").out()).startsWith("No certificates yet.");
    }

    private void acceptsACertificate() {
        CommandOutput command = commands.type("key", "add", "YUNHE", key("YUNHE.public.asc"));

        assertThat(command.exitCode()).isZero();
        assertThat(command.out())
                .contains("1DE3 8723 BD0C 1DCA 151D 9B88 70E8 93BB 7A01 67A4")
                .contains("SIGNING_KEY  The key 1DE3 8723", "(EdDSA (legacy) over Ed25519) can sign.", "POLICY_ENDS")
                .contains("Accepted for YUNHE.");
        JsonNode listed = commands.json("key", "list", "YUNHE").at("/certificates/0");
        assertThat(listed.at("/fingerprint").asString()).isEqualTo(FINGERPRINT);
        assertThat(listed.at("/may_sign").asBoolean()).isTrue();
        assertThat(listed.at("/may_be_encrypted_to").asBoolean()).isTrue();
    }

    private void showsTheTableOfAlgorithms() {
        assertThat(commands.type("key", "policy").out())
                .containsPattern("PUBLIC_KEY +1 +RSA +2048 +by setting +2030-12-31 +no +NIST SP 800-57")
                .contains("RSA keys of 3072 bits or more are accepted");
        assertThat(commands.in("zh").type("key", "policy").out()).contains("接受 3072 位及以上的 RSA 密钥");
        JsonNode policy = commands.json("key", "policy");
        assertThat(policy.at("/least_rsa_bits").asInt()).isEqualTo(3072);
        assertThat(policy.at("/rules/0/kind").asString()).isEqualTo("PUBLIC_KEY");
        assertThat(policy.at("/rules/0/last_day").asString()).isEqualTo("2035-12-31");
    }

    private void refusesTheCertificateForAnotherInsurer() {
        assertThat(commands.type("insurer", "add", "BEIDOU", "--name", "北斗财险", "--line", "PROPERTY")
                        .exitCode())
                .isZero();

        CommandOutput command = commands.type("key", "add", "BEIDOU", key("YUNHE.public.asc"));

        assertThat(command.exitCode()).isEqualTo(1);
        assertThat(command.err()).contains("is already registered for YUNHE");
    }

    private void exportsTheAssociationsCertificate() {
        String armored = commands.type("key", "export").out();
        assertThat(armored).startsWith("-----BEGIN PGP PUBLIC KEY BLOCK-----").endsWith("-----\n");
        Path file = folder.resolve("association.asc");
        assertThat(commands.type("key", "export", file.toString()).exitCode()).isZero();
        assertThat(file).hasContent(armored);

        CommandOutput again = commands.type("key", "export", file.toString());
        assertThat(again.exitCode()).isEqualTo(1);
        assertThat(again.err()).startsWith("The file already exists");

        CommandOutput asAnInsurers = commands.type("key", "add", "BEIDOU", file.toString());
        assertThat(asAnInsurers.exitCode()).isEqualTo(1);
        assertThat(asAnInsurers.out()).contains("this is the association's own certificate");

        JsonNode ssh = commands.json("key", "ssh");
        assertThat(ssh.propertyNames())
                .containsExactly(
                        "authorized_keys_line", "fingerprint", "embedded_host_key", "embedded_known_hosts_line");
        assertThat(ssh.at("/embedded_host_key").asString()).startsWith("SHA256:");
    }

    private void tellsTheStatus() {
        JsonNode status = commands.json("status");

        assertThat(status.propertyNames())
                .containsExactly(
                        "home", "now", "calendar", "segments", "insurers", "sanctions", "upcoming", "problems");
        assertThat(status.at("/home").asString()).isEqualTo(commands.home().toString());
        assertThat(status.at("/insurers/1").propertyNames())
                .containsExactly(
                        "code",
                        "name",
                        "business_lines",
                        "suspended_at",
                        "last_upload",
                        "held",
                        "last_list",
                        "applied");
        assertThat(codes(status.at("/problems")))
                .as("it is December, and BEIDOU has signed nothing")
                .containsExactly("YEAR_NOT_LOADED", "AGREEMENTS_MISSING", "NO_CERTIFICATE");
        assertThat(status.at("/problems/0/detail").asString()).isEqualTo("2027");
        assertThat(commands.in("zh").type("status").out())
                .contains("2027 年的工作日历尚未导入")
                .contains("云河人寿");
    }

    private void runsBothJobs() {
        CommandOutput collected = commands.type("run", "collect-uploads");
        assertThat(collected.exitCode()).as("BEIDOU cannot be answered").isEqualTo(1);
        assertThat(collected.out())
                .as("nobody knows whether there are uploads")
                .doesNotContain("No uploads")
                .contains("BEIDOU: there is no valid certificate");

        JsonNode published = commands.json("run", "publish-block-lists", "--full", "--insurer", "YUNHE");
        assertThat(published.propertyNames()).containsExactly("job", "lists", "withheld", "problems", "differences");
        assertThat(published.at("/lists/0/file").asString()).isEqualTo("blocklist-YUNHE-00000001-full.csv.pgp");
        assertThat(commands.home().resolve("drops/YUNHE/download/blocklist-YUNHE-00000001-full.csv.pgp"))
                .exists();

        CommandOutput withheld = commands.type("run", "publish-block-lists", "--insurer", "BEIDOU");
        assertThat(withheld.exitCode()).as("nothing was due").isZero();
        assertThat(withheld.out()).contains("Withheld:").contains("insurer agree BEIDOU");
    }

    private void importsACalendar() {
        JsonNode imported =
                commands.json("calendar", "import", "src/test/resources/jinbo/reference/calendar/made-up-2027.csv");

        assertThat(imported.propertyNames())
                .containsExactly("version", "years_added", "years_replaced", "days_changed");
        assertThat(imported.at("/years_added/0").asInt()).isEqualTo(2027);
        assertThat(commands.json("status").at("/calendar").asString())
                .isEqualTo(imported.at("/version").asString());
        assertThat(commands.type("calendar", "import", "src/test/resources/jinbo/reference/calendar/made-up-2027.csv")
                        .out())
                .containsPattern("Years replaced +2027\n")
                .contains("The file contains no changes");
    }

    private void tellsTheAgeOfTheSegmentTable() {
        JsonNode segments = commands.json("status").at("/segments");

        assertThat(segments.at("/month").asString()).isEqualTo("2023-02");
        assertThat(segments.at("/months_old").asInt()).isEqualTo(46);
        assertThat(commands.type("status").out())
                .contains("Segments  of 2023-02, 46 months old; replace the table: segments import FILE");
        assertThat(commands.in("zh").type("status").out()).contains("2023-02 的数据，距今 46 个月；更新号段表：segments import FILE");
    }

    private void refusesADamagedCalendar() throws IOException {
        Path file = Files.writeString(folder.resolve("2028.csv"), "date,kind,name\n2028-01-03,day off,元旦\n");

        CommandOutput command = commands.in("zh").type("calendar", "import", file.toString());

        assertThat(command.exitCode()).isEqualTo(1);
        assertThat(command.err()).startsWith("工作日历文件被拒绝，未导入任何内容。").contains("第 2 行：");
    }

    private void refusesAnUnsoundSegmentFile() throws IOException {
        Path file = Files.writeString(folder.resolve("segments.csv"), "segment,province\n138,北京\n");

        CommandOutput command = commands.type("segments", "import", file.toString());

        assertThat(command.exitCode()).isEqualTo(1);
        assertThat(command.err()).startsWith("The segment file is refused.").contains("line 2: ");
    }

    private void provesTheRegistry() {
        JsonNode verified = commands.json("registry", "verify");

        assertThat(verified.propertyNames()).containsExactly("agrees", "checks");
        assertThat(verified.at("/agrees").asBoolean()).isTrue();
        assertThat(commands.json("registry", "verify", "--all-lists")
                        .at("/agrees")
                        .asBoolean())
                .isTrue();
        assertThat(commands.type("registry", "verify").out())
                .contains("OK")
                .contains("every number's blocks follow from its registrations")
                .contains("The registry is consistent.");
        assertThat(commands.in("zh").type("registry", "verify").out())
                .contains("每个号码的禁拨均可由该号码的登记推导得出")
                .contains("登记库核验一致。");
    }

    private void searchesTheAccessLog() {
        JsonNode entries =
                commands.json("audit", "search", "--action", "verify_registry").at("/entries");

        assertThat(entries.size()).as("intent and result of four looks").isEqualTo(8);
        assertThat(entries.at("/0").propertyNames())
                .containsExactly(
                        "id",
                        "index",
                        "at",
                        "phase",
                        "intent",
                        "actor",
                        "role",
                        "operating_system_user",
                        "confirmed_by",
                        "action",
                        "purpose",
                        "insurer",
                        "object",
                        "outcome",
                        "numbers",
                        "subject");
        assertThat(entries.at("/1/intent").asLong())
                .isEqualTo(entries.at("/0/id").asLong());
        assertThat(commands.json("audit", "search", "--insurer", "BEIDOU", "--action", "publish_list")
                        .at("/entries/0/phase")
                        .asString())
                .isEqualTo("REFUSAL");
        assertThat(commands.type("audit", "search", "--until", "2026-11-30").out())
                .startsWith("No entries match.");
        assertThat(commands.json("audit", "search", "--from", "2026-12-01", "--until", "2026-12-01", "--limit", "1")
                        .at("/entries")
                        .size())
                .isEqualTo(1);
    }

    private void suspendsAnInsurer() {
        JsonNode suspended = commands.json("insurer", "suspend", "BEIDOU");
        assertThat(codes(suspended.at("/problems"))).containsExactly("SUSPENDED");

        assertThat(commands.type("run", "collect-uploads").exitCode())
                .as("nobody else is waiting")
                .isZero();
        assertThat(commands.type("run", "collect-uploads", "--insurer", "BEIDOU")
                        .exitCode())
                .isEqualTo(1);
        assertThat(commands.json("insurer", "list").at("/insurers").size()).isEqualTo(2);
        assertThat(commands.type("held", "list").out()).startsWith("No held files.");
        CommandOutput unknown =
                commands.type("held", "release", "complaints-YUNHE-20261201-001", "--reason", "checked");
        assertThat(unknown.exitCode()).isEqualTo(1);
        assertThat(unknown.err()).contains("no files are held");
    }

    private void resumesAnInsurer() {
        assertThat(commands.type("insurer", "show", "BEIDOU").out()).contains("insurer resume BEIDOU");

        JsonNode resumed = commands.json("insurer", "resume", "BEIDOU");

        assertThat(resumed.at("/suspended_at").isNull()).isTrue();
        assertThat(codes(resumed.at("/problems"))).containsExactly("AGREEMENTS_MISSING", "NO_CERTIFICATE");
        assertThat(commands.json("insurer", "resume", "BEIDOU").at("/code").asString())
                .as("repeating it is harmless")
                .isEqualTo("BEIDOU");
        assertThat(commands.type("insurer", "resume", "NOBODY").exitCode()).isEqualTo(1);
    }

    private static String key(String file) {
        return Path.of("keys-sample", file).toString();
    }

    private static List<String> codes(JsonNode problems) {
        return problems.valueStream()
                .map(problem -> problem.at("/code").asString())
                .toList();
    }
}
