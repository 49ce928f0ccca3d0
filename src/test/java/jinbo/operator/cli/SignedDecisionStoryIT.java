package jinbo.operator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import jinbo.accesslog.AccessLogEntry;
import jinbo.accesslog.Actor;
import jinbo.batch.reconciliation.VerifyRegistry;
import jinbo.participant.staff.Role;
import jinbo.testing.CommandOutput;
import jinbo.testing.CommandSession;
import jinbo.testing.ExternalProgram;
import jinbo.testing.SettableClock;
import jinbo.testing.Shell;
import jinbo.testing.Steps;
import jinbo.testing.TestExchange;
import jinbo.testing.TestPeople;
import jinbo.testing.TestPerson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What two people decide holds the signature of each over the same bytes, and an auditor checks them with OpenSSH alone. */
class SignedDecisionStoryIT {

    private static final String ROWS =
            "mobile,complaint,complained_on,consent,scope,term\r\n" + "13810001234,TELEMARKETING,2012-09-20,,,\r\n";

    @TempDir
    private Path folder;

    private final Steps steps = new Steps();

    @Test
    void bothPeopleHaveSignedTheSameDocumentAndAChangedOneIsFound() {
        SettableClock clock = new SettableClock("2012-09-21T09:00:00+08:00");
        try (TestExchange exchange = TestExchange.start(folder.resolve("home"), clock)) {
            TestPeople people = new TestPeople(exchange, folder);
            people.joinOfficers();
            TestPerson zhao = people.join("zhao", Role.OPERATOR);
            TestPerson qian = people.join("qian", Role.OPERATOR);
            CommandSession commands = CommandSession.over(exchange);
            String name = "complaints-YUNHE-20120921-001.csv.pgp";
            exchange.upload("YUNHE", name, ROWS);
            exchange.collect();

            CommandOutput asked = steps.take(
                    "one asks for it",
                    () -> commands.as(zhao).type("withdraw", "--file", name, "--reason", "a wrong export"));
            assertThat(asked.err()).isEmpty();
            steps.take(
                    "what is asked for is shown from what was signed",
                    () -> assertThat(commands.json("confirm", "show", "1")
                                    .at("/would")
                                    .asString())
                            .contains("complaints-YUNHE-20120921-001"));
            steps.take(
                    "the other confirms it",
                    () -> assertThat(commands.as(qian).type("confirm", "1").err())
                            .isEmpty());

            List<Map<String, Object>> kept = exchange.sql()
                    .sql("select * from operation_signature order by purpose")
                    .query()
                    .listOfRows();
            assertThat(kept).extracting(row -> row.get("person")).containsExactly("zhao", "qian");
            assertThat(kept)
                    .extracting(row -> row.get("document"))
                    .containsExactly(document(exchange), document(exchange));
            assertThat(document(exchange)).contains("\"by\":\"zhao\"", "\"operation\":\"withdraw\"", "a wrong export");
            steps.take("OpenSSH takes both signatures", () -> {
                verify(kept.get(0), zhao, "jinbo-ask", 0);
                verify(kept.get(1), qian, "jinbo-confirm", 0);
            });
            steps.take("and neither for the other", () -> {
                verify(kept.get(0), zhao, "jinbo-confirm", 255);
                verify(kept.get(1), zhao, "jinbo-confirm", 255);
            });
            steps.take("the access log vouches for them", () -> {
                String nonce = (String) kept.get(0).get("nonce");
                assertThat(exchange.accessLog())
                        .extracting(AccessLogEntry::access)
                        .extracting(access -> access.object())
                        .contains("signature of " + nonce + " ASK", "signature of " + nonce + " CONFIRM");
                exchange.assertRegistryAgrees();
            });
            steps.take("a document that is changed past the program is found", () -> {
                exchange.sql()
                        .sql("alter table operation_signature disable trigger user")
                        .update();
                exchange.sql()
                        .sql("update operation_signature set document = replace(document, 'wrong', 'right')")
                        .update();
                assertThat(exchange.bean(VerifyRegistry.class).verify(Actor.commandLine()))
                        .anyMatch(rule -> !rule.holds());
            });
        }
    }

    /** A file is refused, though none is held, a case is opened, and a request withdrawn: one person decides each. */
    @Test
    void whatOnePersonDecidesHasItsSignatureInTheLog() {
        SettableClock clock = new SettableClock("2012-09-21T09:00:00+08:00");
        try (TestExchange exchange = TestExchange.start(folder.resolve("home"), clock)) {
            TestPeople people = new TestPeople(exchange, folder);
            people.joinOfficers();
            TestPerson zhao = people.join("zhao", Role.OPERATOR);
            people.join("qian", Role.OPERATOR);
            CommandSession commands = CommandSession.over(exchange).as(zhao);
            String name = "complaints-YUNHE-20120921-001.csv.pgp";
            exchange.upload("YUNHE", name, ROWS);
            exchange.collect();

            commands.type("held", "refuse", "none.csv.pgp", "--reason", "a wrong export");
            CommandOutput opened = commands.withInput("13810001234\nthey called again")
                    .type(
                            "case",
                            "open",
                            "-",
                            "--called-at",
                            "2012-09-20T10:15:00+08:00",
                            "--purpose",
                            "SALES",
                            "--insurer",
                            "YUNHE",
                            "--words",
                            "-",
                            "--reason",
                            "a letter");
            assertThat(opened.err()).isEmpty();
            commands.type("withdraw", "--file", name, "--reason", "a wrong export");
            assertThat(commands.type("confirm", "refuse", "1", "--reason", "a mistake")
                            .err())
                    .isEmpty();

            List<Map<String, Object>> kept = exchange.sql()
                    .sql("select * from operation_signature order by signed_at, document")
                    .query()
                    .listOfRows();
            assertThat(kept)
                    .extracting(row -> row.get("document").toString().replaceAll(".*?:\"([a-z ]+)\".*", "$1"))
                    .containsExactlyInAnyOrder("held refuse", "case open", "withdraw", "confirm refuse");
            kept.forEach(row -> verify(row, zhao, "jinbo-ask", 0));
            assertThat(kept.toString()).doesNotContain("13810001234", "they called");
            exchange.assertRegistryAgrees();
        }
    }

    private static String document(TestExchange exchange) {
        return exchange.sql()
                .sql("select operation from request")
                .query(String.class)
                .single();
    }

    private void verify(Map<String, Object> kept, TestPerson person, String namespace, int exit) {
        try {
            Files.writeString(folder.resolve("document"), (String) kept.get("document"));
            Files.writeString(folder.resolve("signature"), (String) kept.get("signature"));
            Files.writeString(folder.resolve("allowed"), person.name() + " " + Files.readString(person.publicKey()));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        String keygen = ExternalProgram.required("ssh-keygen").toString();
        assertThat(new Shell(folder, Map.of())
                        .run(List.of(
                                "sh",
                                "-c",
                                keygen + " -Y verify -f allowed -I " + person.name() + " -n " + namespace
                                        + " -s signature < document"))
                        .exit())
                .isEqualTo(exit);
    }
}
