package jinbo.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import jinbo.accesslog.Actor;
import jinbo.batch.collect.CollectReport;
import jinbo.batch.collect.HeldFiles;
import jinbo.batch.reconciliation.VerifyRegistry;
import jinbo.participant.operation.Reason;
import jinbo.registry.inbound.HeldDecision;
import jinbo.testing.BlockRowWriter;
import jinbo.testing.SettableClock;
import jinbo.testing.Steps;
import jinbo.testing.TestExchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** A run leaves phone numbers in the registry and in sealed files, and nowhere else that it writes. */
@ExtendWith(OutputCaptureExtension.class)
class NumberLeakIT {

    private static final String UPLOAD = UploadCsv.HEADER
            + "13810001234,TELEMARKETING,2012-09-20,,,\r\n"
            + "138-1000-1235,TELEMARKETING,2012-09-20,,SELF,6M\r\n"
            + "13810001236,NONSENSE,2012-09-20,,,\r\n"
            + "13510001237,TELEMARKETING,2012-09-20,,,\r\n"
            + "13810001238;13810001239,TELEMARKETING,2012-09-20,,,\r\n"
            + "010-65551234,TELEMARKETING,2012-09-20,,,\r\n"
            + "\"13810001240,TELEMARKETING\r\n";

    /** As they were typed, and as they may be written after having been read. */
    private static final List<String> NEVER = List.of(
            "13810001234",
            "138-1000-1234",
            "13810001235",
            "138-1000-1235",
            "13810001236",
            "13510001237",
            "13810001238",
            "13810001239",
            "13810001240",
            "010-65551234",
            "65551234",
            "13810002",
            "13810001");

    @TempDir
    Path home;

    private final SettableClock clock = new SettableClock("2012-09-21T09:00:00+08:00");

    @Test
    void afterAWholeCycleWithErrorsOfTheDatabaseInTheMiddleOfIt(CapturedOutput output) throws IOException {
        Steps steps = new Steps();
        try (TestExchange exchange = TestExchange.start(home, clock)) {
            steps.take("uploads arrive, one of them cut short", () -> {
                exchange.upload("YUNHE", UploadCsv.name("YUNHE", "20120921", 1), UPLOAD);
                exchange.upload(
                        "YUNHE",
                        UploadCsv.name("YUNHE", "20120921", 2),
                        UploadCsv.complaints("2012-09-20", 13810002001L) + "x13810002002,,,,,\r\n".repeat(11));
                String cutShort = UploadCsv.name("YUNHE", "20120921", 3);
                byte[] sealed = exchange.seal(
                        TestExchange.secretOf("YUNHE"), cutShort, UPLOAD.getBytes(StandardCharsets.UTF_8));
                exchange.place("YUNHE", cutShort, Arrays.copyOf(sealed, sealed.length - 1));
            });
            List<String> told = new ArrayList<>();
            steps.take("each fault of the database stops a run", () -> {
                for (String fault : List.of(
                        "alter table registration_page add constraint never check (octet_length(registrations) > 6000)"
                                + " not valid",
                        "alter table block_page add constraint never check (octet_length(blocks) > 5000) not valid",
                        "alter table finding_page add constraint never check (octet_length(kinds) > 6000) not valid",
                        "alter table registration_page add constraint never check (thousand % 10 <> 1) not valid",
                        "create unique index never on block_page ((thousand > 0))")) {
                    exchange.sql().sql(fault).update();
                    CollectReport broken = exchange.collect();
                    assertThat(broken.problems()).as(fault).isNotEmpty();
                    told.add(broken.toString());
                    cure(exchange);
                }
            });
            steps.take("the next run completes", () -> {
                CollectReport collected = exchange.collect();
                assertThat(collected.problems()).isEmpty();
                told.add(collected.toString());
            });
            steps.take("a held file is released, and lists are published", () -> {
                exchange.bean(HeldFiles.class)
                        .decide(
                                "complaints-YUNHE-20120921-002",
                                HeldDecision.Kind.RELEASE,
                                new Reason("the rest is right"),
                                Actor.commandLine());
                told.add(exchange.publish().toString());
            });
            steps.take("a block is changed behind the program's back", () -> {
                BlockRowWriter.makeWritable(exchange.sql());
                exchange.sql()
                        .sql("update block set expires_on = expires_on + 1")
                        .update();
                told.add(exchange.bean(VerifyRegistry.class)
                        .verify(Actor.commandLine())
                        .toString());
            });
            steps.take("the answers are opened", () -> {
                for (String answer : exchange.listing("YUNHE", "download")) {
                    if (answer.startsWith("receipt") || answer.startsWith("outcome")) {
                        told.add(exchange.text("YUNHE", answer));
                    }
                }
            });
            steps.take("no report, answer or table holds a number", () -> {
                assertNone("what is told", told);
                assertNone("the database", textsOf(exchange));
            });
        }
        steps.take("nor does the log", () -> {
            assertThat(output.getAll()).as("the log of the failures").contains("could not be finished");
            assertNone("the log", List.of(output.getAll()));
        });
        steps.take("nor does a file", () -> {
            try (Stream<Path> files = Files.walk(home)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    assertNone(file.toString(), List.of(Files.readString(file, StandardCharsets.ISO_8859_1)));
                    assertNone("a file's name", List.of(home.relativize(file).toString()));
                }
            }
        });
    }

    private static void cure(TestExchange exchange) {
        for (String cure : List.of(
                "alter table finding_page drop constraint if exists never",
                "alter table registration_page drop constraint if exists never",
                "alter table block_page drop constraint if exists never",
                "drop index if exists never")) {
            exchange.sql().sql(cure).update();
        }
    }

    /** Every row of every table but those that hold numbers in pages, as text. */
    private static List<String> textsOf(TestExchange exchange) {
        List<String> texts = new ArrayList<>();
        for (String table : exchange.sql()
                .sql("select table_name from information_schema.tables where table_schema = 'public'"
                        + " and table_type = 'BASE TABLE' and table_name not in ('registration_page', 'block_page')")
                .query(String.class)
                .list()) {
            texts.addAll(exchange.sql()
                    .sql("select t::text from \"" + table + "\" t")
                    .query(String.class)
                    .list());
        }
        return texts;
    }

    private static void assertNone(String where, List<String> texts) {
        for (String text : texts) {
            for (String number : NEVER) {
                int at = text.indexOf(number);
                assertThat(at)
                        .as(() -> where + " holds a number: "
                                + text.substring(Math.max(0, at - 300), Math.min(text.length(), at + 100)))
                        .isNegative();
            }
        }
    }
}
