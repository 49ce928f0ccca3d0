package jinbo.operator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jinbo.accesslog.Actor;
import jinbo.batch.collect.HeldFiles;
import jinbo.participant.operation.Reason;
import jinbo.registry.inbound.HeldDecision;
import jinbo.testing.CommandOutput;
import jinbo.testing.CommandSession;
import jinbo.testing.SettableClock;
import jinbo.testing.Steps;
import jinbo.testing.TestExchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** An auditor holds the log against what insurers got in a real exchange. */
class AuditStoryIT {

    private static final String NOW = "2026-11-24T09:00:00+08:00";
    private static final Pattern INDEX = Pattern.compile("(\"access_log_index\"\\s*:\\s*)(\\d+)");

    @TempDir
    private Path folder;

    private TestExchange exchange;
    private CommandSession commands;

    @BeforeEach
    void answersAndListsGoOut() {
        exchange = TestExchange.start(folder.resolve("home"), new SettableClock(NOW));
        exchange.upload("YUNHE", "complaints-YUNHE-20261124-001.csv.pgp", csv("13810001234"));
        exchange.upload("YUNHE", "complaints-YUNHE-20261124-002.csv.pgp", csv("no number") + rows(12));
        exchange.upload("YUNHE", "some-file.pgp", csv("13810001235"));
        exchange.place("BEIDOU", "complaints-BEIDOU-20261124-001.csv.pgp", new byte[] {1, 2, 3});
        exchange.collect();
        exchange.publish();
        exchange.bean(HeldFiles.class)
                .decide(
                        "complaints-YUNHE-20261124-002",
                        HeldDecision.Kind.RELEASE,
                        new Reason("they know"),
                        Actor.commandLine());
        exchange.publish();
        commands = CommandSession.over(exchange);
    }

    @AfterEach
    void close() {
        exchange.close();
    }

    @Test
    void everyManifestAndReceiptIsFoundInTheLogAndNoneUnderAnotherEntry() {
        Steps steps = new Steps();
        List<Path> kept = new ArrayList<>();
        steps.take("eleven manifests and receipts are kept", () -> {
            for (String insurer : List.of("YUNHE", "CHANGQING", "BEIDOU")) {
                for (String name : exchange.listing(insurer, "download")) {
                    if (name.endsWith(".json.pgp")) {
                        kept.add(Files.writeString(folder.resolve(name), exchange.text(insurer, name)));
                    }
                }
            }
            assertThat(kept)
                    .as("three insurers' two manifests; receipts: taken in, held, released, of no name, bad")
                    .hasSize(11);
        });
        steps.take("the log is exported", () -> {
            key();
            assertThat(commands.type("audit", "export", path("export")).exitCode())
                    .isZero();
        });
        steps.take("all of them are in the log", () -> {
            CommandOutput verified = verify(kept);
            assertThat(verified.out()).contains("that agree with it: 11;");
            assertThat(verified.exitCode()).isZero();
        });
        steps.take("none of them is in the log under another entry", () -> {
            for (Path answer : kept) {
                String text = Files.readString(answer);
                Matcher index = INDEX.matcher(text);
                assertThat(index.find()).isTrue();
                for (long other = Math.max(0, Long.parseLong(index.group(2)) - 2);
                        other < Long.parseLong(index.group(2));
                        other++) {
                    Files.writeString(answer, index.replaceFirst("$1" + other));
                    assertThat(verify(List.of(answer)).out())
                            .as("%s as entry %d", answer.getFileName(), other)
                            .contains(answer.getFileName().toString());
                    assertThat(verify(List.of(answer)).exitCode()).isEqualTo(1);
                }
                Files.writeString(answer, text);
            }
        });
    }

    @Test
    void oneEntryIsProvenByAFileThatStandsForItself() {
        Steps steps = new Steps();
        long index = steps.take(
                "a receipt names its entry",
                () -> exchange.receipt("YUNHE", "receipt-complaints-YUNHE-20261124-001.json.pgp")
                        .accessLogIndex());
        steps.take("the entry is proven", () -> {
            key();

            CommandOutput proven = commands.type("audit", "prove", "" + index, path("proof"));

            assertThat(proven.err()).isEmpty();
            assertThat(proven.exitCode()).isZero();
            assertThat(Files.readString(folder.resolve("proof"))).startsWith("c2sp.org/tlog-proof@v1\nextra ");
        });
        steps.take("the proof is verified without a home", () -> {
            JsonNode verified = CommandSession.withoutHome()
                    .json("audit", "verify", "--key", path("key"), "--proof", path("proof"));
            assertThat(verified.at("/outcome").asString()).isEqualTo("INCLUDED");
            assertThat(verified.at("/sentence").asString()).contains("at index " + index + " of ");
        });
        steps.take(
                "a proof is not overwritten",
                () -> assertThat(commands.type("audit", "prove", "" + index, path("proof"))
                                .err())
                        .contains("is not overwritten"));
        steps.take("an entry that is missing is refused", () -> {
            assertThat(commands.type("audit", "prove", "99999", path("other")).err())
                    .contains("no entry with the index 99999");
            assertThat(commands.type("audit", "prove", "-1", path("other")).exitCode())
                    .isEqualTo(2);
            assertThat(folder.resolve("other")).doesNotExist();
        });
    }

    private CommandOutput verify(List<Path> kept) {
        return CommandSession.withoutHome()
                .type(Stream.concat(
                                Stream.of("audit", "verify", "--key", path("key"), "--export", path("export")),
                                kept.stream().flatMap(file -> Stream.of("--manifest", file.toString())))
                        .toArray(String[]::new));
    }

    private void key() throws IOException {
        Files.writeString(folder.resolve("key"), commands.type("audit", "key").out());
    }

    private String path(String name) {
        return folder.resolve(name).toString();
    }

    private static String csv(String mobile) {
        return "mobile,complaint,complained_on\r\n" + mobile + ",TELEMARKETING,2026-11-20\r\n";
    }

    private static String rows(int count) {
        return "no number,TELEMARKETING,2026-11-20\r\n".repeat(count);
    }
}
