package jinbo.operator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import jinbo.accesslog.Actor;
import jinbo.cases.CallComplaint;
import jinbo.cases.CallPurpose;
import jinbo.cases.CaseNumber;
import jinbo.cases.CaseSource;
import jinbo.cases.Cases;
import jinbo.exchange.format.Term;
import jinbo.participant.insurer.InsurerCode;
import jinbo.reference.phone.Mobile;
import jinbo.testing.CommandOutput;
import jinbo.testing.CommandSession;
import jinbo.testing.SettableClock;
import jinbo.testing.Steps;
import jinbo.testing.TestExchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Of a call in spite of a list that was published, evidence tells what follows, and its proofs hold without home and database. */
class CaseEvidenceStoryIT {

    private static final long CONSUMER = 13810001234L;

    private final SettableClock clock = new SettableClock("2026-03-02T09:00:00+08:00");
    private final Steps steps = new Steps();

    @TempDir
    private Path folder;

    private TestExchange exchange;
    private CasePeople people;

    @Test
    void whatWasKnownWhenACallWasMadeIsToldWithItsProofs() {
        try (TestExchange started = TestExchange.start(folder.resolve("home"), clock)) {
            exchange = started;
            people = steps.take("four people join", () -> CasePeople.join(exchange, folder));
            exchange.registrations().choose(CONSUMER, "YUNHE", Term.TWO_YEARS);
            clock.set("2026-03-03T08:00:00+08:00");
            assertThat(exchange.publish().everythingDelivered()).isTrue();
            clock.set("2026-04-01T12:00:00+08:00");
            CaseNumber number = complain();
            clock.set("2026-04-01T12:30:00+08:00");

            steps.take("the page shows the evidence", () -> thePageTellsAll(number));
            steps.take("the files prove it", () -> theFilesProveIt(number));
            steps.take("a person without the right learns nothing", () -> whoMayNotLearnsNothing(number));
        }
    }

    private void thePageTellsAll(CaseNumber number) {
        CommandOutput english = people.qian().type("case", "evidence", number.value(), "--reason", "to be decided");
        CommandOutput chinese = people.zhao().in("zh").type("case", "evidence", number.value(), "--reason", "an audit");

        assertThat(english.err()).isEmpty();
        assertThat(english.out())
                .contains(
                        "Call at 2026-04-01 10:00:00, purpose SALES, insurer named by the caller: YUNHE",
                        "The consumer did not name the line of business of the call. YUNHE sells LIFE; the"
                                + " statements below are about LIFE.",
                        "The number was blocked for YUNHE/LIFE, from 2026-03-12 until 2028-03-12 (excluded).",
                        "Since list 1 (revision 1), delivered 2026-03-03 08:00:00, every list with this line of"
                                + " business",
                        "source: list blocklist-YUNHE-00000001-full.csv.pgp; proven by entry",
                        "Proposed: VIOLATION. The call broke a rule.",
                        "Rule broken: BLOCK")
                .doesNotContain(Long.toString(CONSUMER), "dinner");
        assertThat(chinese.err()).isEmpty();
        assertThat(chinese.out()).contains("建议认定：VIOLATION", "该号码当时对 YUNHE/LIFE 禁拨，自 2026-03-12 起");
    }

    private void theFilesProveIt(CaseNumber number) throws Exception {
        Path out = folder.resolve("out");
        JsonNode json = people.qian()
                .json("case", "evidence", number.value(), "--reason", "to be decided", "--out", out.toString());
        byte[] evidence = Files.readAllBytes(out.resolve("evidence.json"));
        Path key = folder.resolve("log.key");
        Files.writeString(
                key, people.qian().json("audit", "key").at("/verifier_key").asString() + "\n");

        assertThat(json.at("/proposed").asString()).isEqualTo("VIOLATION");
        assertThat(json.at("/business_line").asString()).isEqualTo("LIFE");
        assertThat(json.at("/sha256").asString()).isEqualTo(sha256(evidence));
        assertThat(new String(evidence, StandardCharsets.UTF_8))
                .startsWith("{\"case\":\"" + number
                        + "\",\"business_line\":\"LIFE\",\"proposed\":\"VIOLATION\",\"grounds\":[\"BLOCK\"]");
        assertThat(proofs(out))
                .as("the complaint, the choice and the list")
                .hasSize(3)
                .allSatisfy(proof -> assertThat(CommandSession.withoutHome()
                                .type("audit", "verify", "--key", key.toString(), "--proof", proof.toString())
                                .exitCode())
                        .isZero());
        CommandOutput again =
                people.qian().type("case", "evidence", number.value(), "--reason", "again", "--out", out.toString());
        assertThat(again.exitCode()).as("what was written is not replaced").isEqualTo(1);
    }

    private void whoMayNotLearnsNothing(CaseNumber number) {
        CommandOutput keyOfficer = people.li().type("case", "evidence", number.value(), "--reason", "curious");
        CommandOutput unknown = people.qian().type("case", "evidence", "C2026-7KQ2M9XW-Y", "--reason", "to be decided");

        assertThat(keyOfficer.exitCode()).isEqualTo(1);
        assertThat(keyOfficer.out()).doesNotContain("YUNHE");
        assertThat(unknown.err()).contains("Case C2026-7KQ2M9XW-Y does not exist");
    }

    private static List<Path> proofs(Path out) throws IOException {
        try (Stream<Path> files = Files.list(out)) {
            return files.filter(file -> file.toString().endsWith(".tlog-proof"))
                    .sorted()
                    .toList();
        }
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    private CaseNumber complain() {
        return exchange.bean(Cases.class)
                .open(
                        new CallComplaint(
                                new Mobile(CONSUMER),
                                Optional.of(new InsurerCode("YUNHE")),
                                Optional.empty(),
                                Optional.empty(),
                                Instant.parse("2026-04-01T02:00:00Z"),
                                CallPurpose.SALES,
                                "they called at dinner"),
                        CaseSource.CONSUMER,
                        UUID.randomUUID(),
                        Actor.consumer(),
                        "the consumer complains");
    }
}
