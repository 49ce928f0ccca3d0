package jinbo.operator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import jinbo.accesslog.Actor;
import jinbo.cases.CallComplaint;
import jinbo.cases.CallPurpose;
import jinbo.cases.CallerNumber;
import jinbo.cases.CaseNumber;
import jinbo.cases.CaseSource;
import jinbo.cases.Cases;
import jinbo.participant.insurer.InsurerCode;
import jinbo.reference.business.LineCode;
import jinbo.reference.phone.Mobile;
import jinbo.testing.CommandOutput;
import jinbo.testing.LeakCheck;
import jinbo.testing.SettableClock;
import jinbo.testing.Steps;
import jinbo.testing.TestExchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Operators see that consumers complain; what they wrote, and who called, is shown for a reason that the log keeps. */
class CaseStoryIT {

    private static final String CONSUMER = "13810001234";
    private static final String CALLER = "01088886666";

    private final SettableClock clock = new SettableClock("2026-03-02T09:00:00+08:00");
    private final Steps steps = new Steps();

    @TempDir
    private Path folder;

    private TestExchange exchange;
    private CasePeople people;

    @Test
    void aComplaintIsListedWithoutNumbersAndShownForAReason() {
        try (TestExchange started = TestExchange.start(folder.resolve("home"), clock)) {
            exchange = started;
            people = steps.take("four people join", () -> CasePeople.join(exchange, folder));
            assertThat(people.qian().type("case", "list").out()).isEqualTo("No cases yet.\n");

            CaseNumber known = complain(Optional.of(new InsurerCode("YUNHE")), Optional.of(CallerNumber.typed(CALLER)));
            CaseNumber unknown = complain(Optional.empty(), Optional.empty());
            clock.set("2026-03-02T09:30:00+08:00");

            steps.take("the list shows no number", () -> theListShowsNoNumber(known, unknown));
            steps.take("the case is shown for a reason", () -> theCaseIsShownForAReason(known));
            steps.take(
                    "what the consumer did not know is shown as unknown",
                    () -> whatTheConsumerDidNotKnowIsToldAsThat(unknown));
            steps.take("a person without the right sees nothing", () -> whoMayNotSeesNothing(known));
            steps.take("a number that is no case is refused", this::whatIsNoCaseIsSaidSo);
            steps.take("what was closed long ago is erased", () -> whatWasClosedLongAgoIsErased(known, unknown));
            steps.take("the consumer's number is in no file", this::theConsumersNumberIsInNoFile);
        }
    }

    private void theListShowsNoNumber(CaseNumber known, CaseNumber unknown) {
        int entries = entries().size();
        CommandOutput list = people.qian().type("case", "list");
        JsonNode newest = people.qian().json("case", "list", "--limit", "1");

        assertThat(list.err()).isEmpty();
        assertThat(list.out().lines().map(line -> line.replaceAll(" +", " ").strip()))
                .containsSubsequence(
                        unknown + " - - 2026-03-02 08:30 SALES OPEN 2026-03-02 09:00 2026-03-04 no",
                        known + " YUNHE LIFE 2026-03-02 08:30 SALES OPEN 2026-03-02 09:00 2026-03-04 no");
        assertThat(list.out()).doesNotContain(CONSUMER, CALLER, "dinner");
        assertThat(newest.at("/cases").size()).isEqualTo(1);
        assertThat(newest.at("/cases/0/number").asString()).isEqualTo(unknown.value());
        assertThat(newest.at("/cases/0/insurer").isNull()).isTrue();
        assertThat(newest.at("/cases/0/business_line").isNull()).isTrue();
        assertThat(entries()).as("nobody can be known by it").hasSize(entries);
    }

    private void theCaseIsShownForAReason(CaseNumber number) {
        int entries = entries().size();
        CommandOutput shown = people.qian()
                .type("case", "show", number.value().toLowerCase(Locale.ROOT), "--reason", "it is to be decided");
        JsonNode json = people.zhao().json("case", "show", number.value(), "--reason", "an audit");

        assertThat(shown.err()).isEmpty();
        assertThat(shown.out())
                .contains(
                        number.value(),
                        "YUNHE",
                        CALLER,
                        "SALES",
                        "LIFE",
                        "they called at dinner\nand again, on ***;\n*** or ***\n",
                        "OPEN")
                .doesNotContain(CONSUMER, "1000 1234", "8888 6666");
        assertThat(json.at("/caller").asString()).isEqualTo(CALLER);
        assertThat(json.at("/summary/business_line").asString()).isEqualTo("LIFE");
        assertThat(json.at("/words").asString()).isEqualTo("they called at dinner\nand again, on ***;\n*** or ***");
        assertThat(json.at("/erased").asBoolean()).isFalse();
        assertThat(json.at("/history/0/state").asString()).isEqualTo("OPEN");
        assertThat(json.toString()).doesNotContain(CONSUMER);
        assertThat(entries().subList(entries, entries + 4))
                .containsExactly(
                        "qian SHOW_CASES INTENT  case " + number + " it is to be decided YUNHE",
                        "qian SHOW_CASES RESULT SHOWN case " + number + " it is to be decided YUNHE",
                        "zhao SHOW_CASES INTENT  case " + number + " an audit YUNHE",
                        "zhao SHOW_CASES RESULT SHOWN case " + number + " an audit YUNHE");
    }

    private void whatTheConsumerDidNotKnowIsToldAsThat(CaseNumber number) {
        JsonNode json = people.qian().json("case", "show", number.value(), "--reason", "asked");

        assertThat(json.at("/summary/insurer").isNull()).isTrue();
        assertThat(json.at("/caller").isNull()).isTrue();
    }

    private void whoMayNotSeesNothing(CaseNumber number) {
        CommandOutput keyOfficer = people.li().type("case", "show", number.value(), "--reason", "curious");
        CommandOutput withoutReason = people.qian().type("case", "show", number.value());
        CommandOutput numberAsReason =
                people.qian().type("case", "show", number.value(), "--reason", "about " + CONSUMER);

        assertThat(List.of(keyOfficer.exitCode(), withoutReason.exitCode(), numberAsReason.exitCode()))
                .containsExactly(1, 2, 2);
        assertThat(List.of(keyOfficer, withoutReason, numberAsReason))
                .allSatisfy(command -> assertThat(command.shown()).doesNotContain(CONSUMER, CALLER, "dinner"));
        assertThat(entries()).anyMatch(entry -> entry.startsWith("li SHOW_CASES REFUSAL"));
    }

    private void whatIsNoCaseIsSaidSo() {
        CommandOutput none = people.qian().type("case", "show", "C2026-7KQ2M9XW-Y", "--reason", "asked");
        CommandOutput misread = people.qian().type("case", "show", "C2026-7KQ2M9XW-Z", "--reason", "asked");

        assertThat(none.exitCode()).isEqualTo(1);
        assertThat(none.err()).contains("Case C2026-7KQ2M9XW-Y does not exist");
        assertThat(misread.exitCode()).isEqualTo(2);
        assertThat(misread.err()).contains("Invalid value \"C2026-7KQ2M9XW-Z\" for CASE");
    }

    /** What closes cases does not exist yet. */
    private void whatWasClosedLongAgoIsErased(CaseNumber closed, CaseNumber open) {
        exchange.sql()
                .sql("insert into call_case_event (call_case, state, at, actor)"
                        + " select id, 'CLOSED', '2026-03-03T09:00:00+08:00', 'a test' from call_case where number = ?")
                .param(closed.value())
                .update();

        clock.set("2026-09-02T09:30:00+08:00");
        assertThat(people.qian().type("run", "erase-ended").exitCode()).isZero();
        assertThat(shownErased(closed)).as("not six months ago").isFalse();
        clock.set("2026-09-03T09:30:00+08:00");
        assertThat(people.qian().type("run", "erase-ended").exitCode()).isZero();

        assertThat(shownErased(closed)).isTrue();
        assertThat(shownErased(open)).isFalse();
        assertThat(people.qian()
                        .type("case", "show", closed.value(), "--reason", "asked")
                        .out())
                .contains("The consumer's statement about the call has been erased.", "CLOSED", "YUNHE")
                .doesNotContain(CALLER, "dinner");
    }

    private boolean shownErased(CaseNumber number) {
        return people.qian()
                .json("case", "show", number.value(), "--reason", "asked")
                .at("/erased")
                .asBoolean();
    }

    private void theConsumersNumberIsInNoFile() throws IOException {
        LeakCheck.of(CONSUMER, CALLER, "dinner").assertNoneBelow(folder);
    }

    private CaseNumber complain(Optional<InsurerCode> insurer, Optional<CallerNumber> caller) {
        return exchange.bean(Cases.class)
                .open(
                        new CallComplaint(
                                new Mobile(Long.parseLong(CONSUMER)),
                                insurer,
                                insurer.map(named -> new LineCode("LIFE")),
                                caller,
                                clock.instant().minus(Duration.ofMinutes(30)),
                                CallPurpose.SALES,
                                "they called at dinner\nand again, on 138 1000 1234;\n１３８１０００１２３４ or 010-8888 6666"),
                        CaseSource.CONSUMER,
                        UUID.randomUUID(),
                        new Actor("consumer", "jinbo"),
                        "the consumer complains");
    }

    private List<String> entries() {
        return exchange.sql()
                .sql("select actor || ' ' || action || ' ' || phase || ' ' || coalesce(outcome, '') || ' ' || object"
                        + " || ' ' || purpose || ' ' || coalesce(insurer, '-') from access_log_entry order by id")
                .query(String.class)
                .list();
    }
}
