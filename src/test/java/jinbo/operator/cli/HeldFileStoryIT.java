package jinbo.operator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import jinbo.exchange.openpgp.Certificate;
import jinbo.exchange.openpgp.Compression;
import jinbo.exchange.openpgp.CryptoPolicy;
import jinbo.exchange.openpgp.SealRequest;
import jinbo.exchange.openpgp.Sealer;
import jinbo.testing.CommandOutput;
import jinbo.testing.CommandSession;
import jinbo.testing.LandlineRows;
import jinbo.testing.SettableClock;
import jinbo.testing.Steps;
import jinbo.testing.TestDatabase;
import jinbo.testing.TestExchange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** An operator's day with files of every status: collect, look at what is held, decide, publish. */
class HeldFileStoryIT {

    private static final String NOW = "2026-11-24T09:00:00+08:00";
    private static final String STEM = "complaints-YUNHE-20261124-00";
    private static final String HEADER = "mobile,complaint,complained_on\r\n";
    private static final String COMPLAINT = ",TELEMARKETING,2026-11-20\r\n";

    private final String database = TestDatabase.freshUrl();
    private final Steps steps = new Steps();

    @TempDir
    private Path folder;

    private CommandSession commands;

    @BeforeEach
    void open() {
        commands = CommandSession.over(folder.resolve("home"), database, new SettableClock(NOW));
    }

    @Test
    void filesOfEveryStatusAreIngestedToldAndDecided() {
        steps.take("YUNHE takes part", this::yunheTakesPart);
        steps.take("files of every status are collected", this::collectsFilesOfEveryStatus);
        steps.take("held files are listed and shown", this::listsAndShowsWhatIsHeld);
        steps.take("one held file is released", this::releasesOne);
        steps.take("the other one is refused", this::refusesTheOther);
        steps.take("lists are published", this::publishes);
        steps.take("status shows the insurer", this::tellsTheStatus);
        steps.take("an upload is withdrawn", this::takesAnUploadBack);
        steps.take("a run reports which rule fails", this::tellsWhichSumFailsInWhatARunHasTouched);
        steps.take("a run reports what is left undone", this::tellsWhatIsLeftUndone);
    }

    private void yunheTakesPart() throws IOException {
        commands.type("insurer", "add", "YUNHE", "--name", "云河人寿", "--line", "LIFE");
        commands.type(
                "insurer", "agree", "YUNHE", "--self-discipline", "2026-01-01", "--confidentiality", "2026-01-01");
        assertThat(commands.type("key", "add", "YUNHE", "keys-sample/YUNHE.public.asc")
                        .exitCode())
                .isZero();
        Certificate association =
                Certificate.parse(commands.type("key", "export").out().getBytes(StandardCharsets.US_ASCII));
        drop(association, 1, "13810001234" + COMPLAINT + "13810001235" + COMPLAINT);
        drop(association, 2, "13810001236" + COMPLAINT + "138100" + COMPLAINT);
        drop(association, 3, "13810001237" + COMPLAINT + landlines());
        drop(association, 4, "13810001238" + COMPLAINT + landlines());
        Files.writeString(upload().resolve(STEM + "5.csv.pgp"), "this is no OpenPGP message");
    }

    private void collectsFilesOfEveryStatus() {
        // refused and held files are answered, too
        JsonNode collected = commands.json("run", "collect-uploads");

        assertThat(collected.propertyNames()).containsExactly("job", "files", "problems", "differences");
        assertThat(collected
                        .at("/files")
                        .valueStream()
                        .map(file -> file.at("/status").asString()))
                .containsExactly("ACCEPTED", "PARTLY_ACCEPTED", "HELD", "HELD", "REFUSED");
        JsonNode partly = collected.at("/files/1");
        assertThat(partly.propertyNames())
                .containsExactly(
                        "insurer",
                        "file",
                        "received_at",
                        "status",
                        "rows",
                        "accepted",
                        "refused",
                        "warned",
                        "effective_on",
                        "findings",
                        "detail");
        assertThat(partly.at("/file").asString()).isEqualTo(STEM + "2.csv.pgp");
        assertThat(partly.at("/rows").asInt()).isEqualTo(2);
        assertThat(partly.at("/accepted").asInt()).isEqualTo(1);
        assertThat(partly.at("/effective_on").asString()).isEqualTo("2026-12-04");
        assertThat(partly.at("/findings/MOBILE_MALFORMED").asInt()).isEqualTo(1);
        assertThat(collected.at("/files/4/findings/ENVELOPE_INVALID").asInt()).isEqualTo(1);
        assertThat(collected.at("/files/4/detail").isNull())
                .as("operators are told more")
                .isFalse();
        assertThat(commands.type("run", "collect-uploads").out()).startsWith("No uploads to ingest.");
    }

    private void listsAndShowsWhatIsHeld() {
        assertThat(commands.type("held", "list").out())
                .contains(
                        STEM + "3.csv.pgp",
                        STEM + "4.csv.pgp",
                        "TOO_MANY_REFUSED 1",
                        "Release each file with \"held release NAME");
        assertThat(commands.json("held", "list").at("/held").size()).isEqualTo(2);
        CommandOutput shown = commands.type("held", "show", STEM + "3");
        assertThat(shown.exitCode()).isZero();
        assertThat(shown.out()).contains("HELD", "MOBILE_LANDLINE", "First findings (13)");
        JsonNode sheet = commands.json("held", "show", STEM + "3.csv.pgp");
        assertThat(sheet.propertyNames()).containsExactly("file", "first_findings");
        assertThat(sheet.at("/first_findings")
                        .valueStream()
                        .map(found -> found.at("/code").asString()))
                .contains("MOBILE_LANDLINE", "TOO_MANY_REFUSED");
        assertThat(shown.out() + sheet).as("never a number").doesNotContain("13810001237", "65551234");
    }

    private void releasesOne() {
        CommandOutput withNumber = commands.type("held", "release", STEM + "3", "--reason", "they called 13810001237");
        assertThat(withNumber.exitCode()).isEqualTo(1);
        assertThat(withNumber.err()).contains("phone number").doesNotContain("13810001237");

        CommandOutput released =
                commands.type("held", "release", STEM + "3", "--reason", "the insurer confirmed the export");

        assertThat(released.exitCode()).isZero();
        assertThat(released.out()).contains(STEM + "3.csv.pgp", "PARTLY_ACCEPTED");
        assertThat(commands.type("held", "show", STEM + "3").exitCode())
                .as("it waits no longer")
                .isEqualTo(1);
    }

    private void refusesTheOther() {
        JsonNode refused = commands.json("held", "refuse", STEM + "4", "--reason", "these are landlines");

        assertThat(refused.at("/files/0/status").asString()).isEqualTo("REFUSED");
        assertThat(refused.at("/files/0/findings/REFUSED_BY_OPERATOR").asInt()).isEqualTo(1);
        assertThat(commands.type("held", "list").out()).startsWith("No held files.");
        assertThat(commands.home().resolve("drops/YUNHE/download"))
                .isDirectoryContaining("glob:**/receipt-" + STEM + "3.2.json.pgp")
                .isDirectoryContaining("glob:**/receipt-" + STEM + "4.2.json.pgp");
    }

    private void publishes() {
        JsonNode published = commands.json("run", "publish-block-lists");

        assertThat(published.propertyNames()).containsExactly("job", "lists", "withheld", "problems", "differences");
        JsonNode list = published.at("/lists/0");
        assertThat(list.propertyNames())
                .containsExactly(
                        "insurer",
                        "sequence",
                        "kind",
                        "file",
                        "rows",
                        "entries",
                        "revision",
                        "as_of",
                        "use_by",
                        "delivered_at");
        assertThat(list.at("/file").asString()).isEqualTo("blocklist-YUNHE-00000001-full.csv.pgp");
        assertThat(list.at("/rows").asInt()).as("2 + 1 + 1 released").isEqualTo(4);
        assertThat(list.at("/as_of").asString()).isEqualTo(NOW);
        assertThat(list.at("/use_by").asString()).isEqualTo("2026-12-08");
    }

    private void tellsTheStatus() {
        JsonNode yunhe = commands.json("status").at("/insurers/0");

        assertThat(yunhe.propertyNames())
                .containsExactly(
                        "code",
                        "name",
                        "business_lines",
                        "suspended_at",
                        "last_upload",
                        "held",
                        "last_list",
                        "applied");
        assertThat(yunhe.at("/applied").propertyNames())
                .containsExactly("sequence", "applied_at", "received_at", "agrees", "overdue", "units");
        assertThat(yunhe.at("/last_upload/file").asString()).isEqualTo(STEM + "5.csv.pgp");
        assertThat(yunhe.at("/held").size()).isZero();
        assertThat(yunhe.at("/last_list/sequence").asInt()).isEqualTo(1);
        assertThat(commands.json("status").at("/problems").size()).isZero();
    }

    private void takesAnUploadBack() {
        CommandOutput taken =
                commands.type("withdraw", "--file", STEM + "1", "--reason", "the insurer asked for it by letter");

        assertThat(taken.err()).isEmpty();
        assertThat(taken.exitCode()).isZero();
        assertThat(taken.out())
                .contains(STEM + "1.csv.pgp of YUNHE is withdrawn. Complaints in it that no longer count: 2");
        assertThat(commands.json("audit", "search", "--action", "WITHDRAW")
                        .at("/entries")
                        .toString())
                .contains("WITHDRAWN", "the insurer asked for it by letter", STEM + "1.csv.pgp");
        assertThat(commands.type("registry", "verify").exitCode()).isZero();

        JsonNode again = commands.failureJson("withdraw", "--file", STEM + "1.csv.pgp", "--reason", "once more");
        assertThat(again.at("/error").asString()).isEqualTo("NOTHING_TO_TAKE_BACK");
        assertThat(again.at("/message").asString()).contains("were already withdrawn");
        assertThat(commands.failureJson("withdraw", "--file", "complaints-YUNHE-20261120-077", "--reason", "x")
                        .at("/message")
                        .asString())
                .as("it says which there are")
                .contains("complaints-YUNHE-20261120-077", STEM + "3, " + STEM + "2, " + STEM + "1", "audit search");
        assertThat(commands.failureJson("withdraw", "--file", "complaints-NOBODY-20261120-001", "--reason", "x")
                        .at("/error")
                        .asString())
                .isEqualTo("INSURER_UNKNOWN");
        assertThat(commands.failureJson("withdraw", "--file", "13810001234.csv", "--reason", "x")
                        .at("/message")
                        .asString())
                .contains("complaints-YUNHE-20120921-001.csv.pgp")
                .doesNotContain("13810001234");
        assertThat(commands.failureJson("withdraw", "--file", STEM + "2", "--reason", "of 13810001236")
                        .at("/error")
                        .asString())
                .isEqualTo("REASON_UNUSABLE");
    }

    /** Two faults of the program, played by triggers: a receipt tells another day than was registered, a list is good for longer. */
    private void tellsWhichSumFailsInWhatARunHasTouched() throws IOException {
        JdbcClient sql = TestDatabase.sql(database);
        sql.sql("""
                create function tell_another_day() returns trigger language plpgsql as
                    'begin new.effective_on := ''2026-12-24''; return new; end';
                create function be_good_for_longer() returns trigger language plpgsql as
                    'begin new.use_by := new.use_by + 1; return new; end';
                create trigger fault before update on inbound_file for each row execute function tell_another_day();
                create trigger fault before insert on block_list for each row execute function be_good_for_longer();
                """).update();
        Files.writeString(upload().resolve(STEM + "6.csv.pgp"), "this is no OpenPGP message either");

        JsonNode collected = commands.json(1, "run", "collect-uploads");
        CommandOutput published = commands.in("zh").type("run", "publish-block-lists");
        sql.sql("drop trigger fault on inbound_file; drop trigger fault on block_list")
                .update();

        assertThat(collected.at("/problems").size()).isZero();
        assertThat(collected.at("/differences").size()).isEqualTo(1);
        JsonNode difference = collected.at("/differences/0");
        assertThat(difference.propertyNames()).containsExactly("rule", "message", "examples");
        assertThat(difference.at("/rule").asString()).isEqualTo("RECEIPTS_TELL_THE_FIRST_DAY");
        assertThat(difference.at("/message").asString())
                .isEqualTo("every file reports the first day of the blocks from its registrations: " + STEM
                        + "6: 2026-12-24 told, no day registered");
        assertThat(published.exitCode()).isEqualTo(1);
        assertThat(published.out())
                .contains("请停止发布名单")
                .contains("每份名单的时点、修订号和最后一天与其发布一致，所含险种为该公司当时经营的险种\n    YUNHE 2: ");
    }

    /** An insurer without a certificate can be given neither answers nor lists. */
    private void tellsWhatIsLeftUndone() {
        commands.type("insurer", "add", "BEIDOU", "--name", "北斗财险", "--line", "PROPERTY");
        commands.type(
                "insurer", "agree", "BEIDOU", "--self-discipline", "2026-01-01", "--confidentiality", "2026-01-01");

        for (String job : List.of("collect-uploads", "publish-block-lists")) {
            CommandOutput asText = commands.type("run", job);
            assertThat(asText.exitCode()).as(job).isEqualTo(1);
            assertThat(asText.out()).contains("Not done:", "BEIDOU: ", "key add BEIDOU");
            assertThat(commands.json(1, "run", job).at("/problems/0/insurer").asString())
                    .isEqualTo("BEIDOU");
        }
        assertThat(commands.json("status").at("/problems/0/code").asString()).isEqualTo("NO_CERTIFICATE");
    }

    private void drop(Certificate association, int number, String rows) throws IOException {
        String name = STEM + number + ".csv.pgp";
        ByteArrayOutputStream sealed = new ByteArrayOutputStream();
        new Sealer(TestExchange.secretOf("YUNHE"), CryptoPolicy.standard(), Compression.standard())
                .seal(
                        out -> out.write((HEADER + rows).getBytes(StandardCharsets.UTF_8)),
                        new SealRequest(
                                name,
                                Set.of(association),
                                OffsetDateTime.parse(NOW).toInstant()),
                        sealed);
        Files.write(upload().resolve(name), sealed.toByteArray());
    }

    private static String landlines() {
        return LandlineRows.of(12, COMPLAINT);
    }

    private Path upload() {
        return commands.home().resolve("drops/YUNHE/upload");
    }
}
