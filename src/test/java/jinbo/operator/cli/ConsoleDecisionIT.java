package jinbo.operator.cli;

import static jinbo.operator.cli.TestConsole.passwordOf;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jinbo.accesslog.AccessAction;
import jinbo.accesslog.AccessLogEntry;
import jinbo.accesslog.AccessSearch;
import jinbo.accesslog.AuditTrail;
import jinbo.cases.CaseNumber;
import jinbo.cases.CaseState;
import jinbo.cases.Cases;
import jinbo.participant.staff.Requests;
import jinbo.testing.Steps;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two operators decide a case in the console, and each must have opened the evidence. */
class ConsoleDecisionIT {

    @TempDir
    private static Path folder;

    private static TestConsole console;

    @BeforeAll
    static void open() throws IOException {
        console = TestConsole.open(folder);
    }

    @AfterAll
    static void close() {
        console.close();
    }

    @Test
    void theDecisionOfACaseIsConfirmedOnlyByAPersonWhoHasOpenedItsEvidence() {
        Steps steps = new Steps();
        CaseNumber number = console.complaint("13810001251");
        console.becomes(number, CaseState.ANSWERED);
        String casePage = "/cases/" + number;
        long id = steps.take("an operator asks for a decision", () -> askToDismiss(casePage));
        String request = "/requests/" + id;
        ConsoleVisitor second = signedIn("sun");
        steps.take(
                "the request offers the evidence instead of the confirmation",
                () -> assertThat(second.get(request).body())
                        .contains(casePage + "/evidence", "Open the evidence above first", request + "/refuse")
                        .doesNotContain(request + "/confirm"));
        steps.take("without it a confirmation is refused", () -> {
            assertThat(confirmed(second, request)).contains("Not done", "you have not opened the evidence");
            assertThat(console.get(Cases.class).get(number).state()).isEqualTo(CaseState.ANSWERED);
        });
        steps.take("what another person has opened in the same session does not count", () -> {
            ConsoleVisitor both = signedIn("zhao");
            assertThat(both.evidenceOf(casePage)).isPresent();
            both.signIn("sun", passwordOf("sun"));
            assertThat(both.get(request).body()).contains(">sun</span>").doesNotContain(request + "/confirm");
            assertThat(confirmed(both, request)).contains("Not done", "you have not opened the evidence");
        });
        steps.take("an auditor cannot confirm it, with or without the evidence", () -> {
            ConsoleVisitor auditor = signedIn("he");
            auditor.evidenceOf(casePage);
            assertThat(confirmed(auditor, request)).contains("Not done");
        });
        steps.take("for a reason the request shows the evidence, which is logged", () -> {
            HttpResponse<String> opened = second.post(
                    request,
                    casePage + "/evidence",
                    Map.of("reason", "it is to be confirmed", "request", Long.toString(id)));
            assertThat(ConsoleVisitor.next(opened)).isEqualTo(request);
            assertThat(second.get(request).body()).contains("source: case " + number, request + "/confirm");
            assertThat(entries("sun").stream()
                            .filter(entry -> entry.access().action() == AccessAction.WEIGH_CASE)
                            .map(entry -> entry.access().purpose()))
                    .contains("it is to be confirmed");
        });
        steps.take("then the decision is confirmed", () -> {
            assertThat(confirmed(second, request)).contains("Done", "was confirmed by sun");
            assertThat(console.get(Cases.class).get(number).state()).isEqualTo(CaseState.DISMISSED);
        });
    }

    @Test
    void aDecisionOnEvidenceThatHasChangedIsNotConfirmed() {
        CaseNumber number = console.complaint("13810001252");
        console.becomes(number, CaseState.ANSWERED);
        String request = "/requests/" + askToDismiss("/cases/" + number);
        console.get(JdbcClient.class)
                .sql("insert into call_case_party (call_case, insurer, salesperson, at, actor)"
                        + " select id, 'YUNHE', 'S-17', now(), 'a test' from call_case where number = ?")
                .param(number.value())
                .update();
        ConsoleVisitor second = signedIn("sun");

        assertThat(second.evidenceOf("/cases/" + number)).isPresent();

        assertThat(second.get("/cases/" + number).body())
                .as("what is not known is left out")
                .contains("The call is assigned to YUNHE; salesperson: S-17.");
        assertThat(second.get(request).body())
                .contains("is not the evidence of this request")
                .doesNotContain(request + "/confirm");
        assertThat(confirmed(second, request)).contains("Not done", "you have not opened the evidence");
        assertThat(console.get(Cases.class).get(number).state()).isEqualTo(CaseState.ANSWERED);
    }

    private long askToDismiss(String casePage) {
        ConsoleVisitor first = signedIn("zhao");
        Map<String, String> dismissal = Map.of(
                "ruling",
                "NOT_BLOCKED",
                "evidence",
                first.evidenceOf(casePage).orElseThrow(),
                "reason",
                "by the evidence");
        assertThat(first.get(ConsoleVisitor.next(first.post(casePage, casePage + "/decide", dismissal)))
                        .body())
                .contains("waits for a second person");
        return console.get(Requests.class).newest(1).get(0).id();
    }

    private static String confirmed(ConsoleVisitor visitor, String request) {
        return visitor.get(ConsoleVisitor.next(visitor.post(request, request + "/confirm", Map.of())))
                .body();
    }

    private static ConsoleVisitor signedIn(String name) {
        ConsoleVisitor visitor = new ConsoleVisitor(console.url());
        assertThat(ConsoleVisitor.next(visitor.signIn(name, passwordOf(name)))).isEqualTo("/");
        return visitor;
    }

    private static List<AccessLogEntry> entries(String actor) {
        return console.get(AuditTrail.class)
                .search(new AccessSearch(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(actor).filter(name -> !name.isEmpty()),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        1000));
    }
}
