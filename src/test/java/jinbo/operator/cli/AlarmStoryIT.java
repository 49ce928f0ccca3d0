package jinbo.operator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import jinbo.accesslog.AccessAction;
import jinbo.participant.staff.Role;
import jinbo.testing.CommandOutput;
import jinbo.testing.CommandSession;
import jinbo.testing.SettableClock;
import jinbo.testing.Steps;
import jinbo.testing.TestExchange;
import jinbo.testing.TestPeople;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The access log raises alarms, and people accept those that they have seen, and no others. */
class AlarmStoryIT {

    private static final String NOW = "2026-11-24T09:00:00+08:00";

    @TempDir
    private Path folder;

    private final Steps steps = new Steps();
    private CommandSession commands;

    @Test
    void alarmsAreAcceptedAsTheyWereSeen() {
        try (TestExchange exchange = TestExchange.start(folder.resolve("home"), new SettableClock(NOW))) {
            commands = CommandSession.over(exchange);
            TestPeople people = new TestPeople(exchange, folder);

            steps.take("one alone is held to the same rules", () -> oneAloneIsHeldToTheSameRules(exchange));
            CommandSession wang = commands.as(people.join("wang", Role.KEY_OFFICER));
            CommandSession li = commands.as(people.join("li", Role.KEY_OFFICER));
            steps.take("two say which alarms they have seen", () -> twoSayWhichTheyHaveSeen(exchange, wang, li));
        }
    }

    private void oneAloneIsHeldToTheSameRules(TestExchange exchange) {
        CommandOutput nothing = commands.type("audit", "accept", "--reason", "to be safe");
        assertThat(nothing.exitCode()).isEqualTo(1);
        assertThat(nothing.err()).contains("There are no open alarms of the access log");

        alarm(exchange, "the first");
        CommandOutput number = commands.type("audit", "accept", "--reason", "she called from 13810001234");
        assertThat(number.exitCode()).isEqualTo(1);
        assertThat(number.err()).contains("phone number").doesNotContain("13810001234");
        assertThat(commands.type("audit", "accept", "--alarm", "7", "--reason", "a drill")
                        .err())
                .contains("are 1, but 7 were named", "audit check");
        assertThat(accepted(exchange)).isEmpty();

        assertThat(commands.type("audit", "accept", "--reason", "a drill").exitCode())
                .isZero();
        assertThat(accepted(exchange)).containsExactly(1L);
        assertThat(exchange.accessLog())
                .as("also where nobody is registered")
                .filteredOn(entry -> entry.access().object().equals("audit accept"))
                .last()
                .satisfies(entry -> {
                    assertThat(entry.access().action()).isEqualTo(AccessAction.DECIDE);
                    assertThat(entry.access().purpose()).isEqualTo("a drill");
                    assertThat(entry.outcome()).hasValue("DONE");
                });
    }

    private void twoSayWhichTheyHaveSeen(TestExchange exchange, CommandSession wang, CommandSession li) {
        alarm(exchange, "the second");
        assertThat(wang.type("audit", "accept", "--reason", "a drill").err()).contains("--alarm 2");
        assertThat(wang.type("audit", "accept", "--alarm", "2", "--reason", "a drill")
                        .exitCode())
                .isZero();
        alarm(exchange, "the third");

        CommandOutput late = li.type("confirm", "1");
        assertThat(late.exitCode()).isEqualTo(1);
        assertThat(late.err()).contains("are 2, 3, but 2 were named");
        assertThat(accepted(exchange))
                .as("what nobody has looked at is not accepted")
                .containsExactly(1L);

        CommandOutput both = wang.type("audit", "accept", "--alarm", "3", "--alarm", "2", "--reason", "a drill");
        assertThat(both.err()).isEmpty();
        assertThat(both.out()).contains("2 ENTRY_CHANGED, the second; 3 ENTRY_CHANGED, the third");
        assertThat(li.type("confirm", "2").exitCode()).isZero();
        assertThat(accepted(exchange)).containsExactly(1L, 2L, 3L);
    }

    private static void alarm(TestExchange exchange, String detail) {
        exchange.sql()
                .sql("insert into access_log_alarm (kind, detail, at) values ('ENTRY_CHANGED', ?, now())")
                .param(detail)
                .update();
    }

    private static List<Long> accepted(TestExchange exchange) {
        return exchange.sql()
                .sql("select alarm from access_log_acceptance order by alarm")
                .query(Long.class)
                .list();
    }
}
