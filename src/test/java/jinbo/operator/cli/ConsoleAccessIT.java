package jinbo.operator.cli;

import static jinbo.operator.cli.TestConsole.passwordOf;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jinbo.accesslog.AccessAction;
import jinbo.accesslog.AccessLogEntry;
import jinbo.accesslog.AccessSearch;
import jinbo.accesslog.Actor;
import jinbo.accesslog.ActorRole;
import jinbo.accesslog.AuditTrail;
import jinbo.accesslog.EntryPhase;
import jinbo.batch.RunProgress;
import jinbo.cases.CallComplaint;
import jinbo.cases.CallPurpose;
import jinbo.cases.CallerNumber;
import jinbo.cases.CaseNumber;
import jinbo.cases.CaseSource;
import jinbo.cases.CaseState;
import jinbo.cases.Cases;
import jinbo.cases.sanction.ProposeDueSanctions;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.staff.ConsolePasswords;
import jinbo.participant.staff.Duty;
import jinbo.participant.staff.PersonName;
import jinbo.participant.staff.Requests;
import jinbo.reference.business.LineCode;
import jinbo.reference.phone.Mobile;
import jinbo.registry.inbound.InboundFiles;
import jinbo.testing.CapturedLog;
import jinbo.testing.CaseRequestRowWriter;
import jinbo.testing.HtmlValidator;
import jinbo.testing.Steps;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who gets to see what in the console, and who does not: the rules of its door, by plain HTTP. */
class ConsoleAccessIT {

    @TempDir
    private static Path folder;

    /** Those who have signed in, by name. */
    private static final Map<String, ConsoleVisitor> READERS = new HashMap<>();

    private static TestConsole console;

    @BeforeAll
    static void open() throws IOException {
        console = TestConsole.open(folder);
    }

    @AfterAll
    static void close() {
        console.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/held",
                "/files/1",
                "/insurers/YUNHE",
                "/insurers/new",
                "/requests",
                "/requests/1",
                "/runs",
                "/executions",
                "/executions/1",
                "/keys",
                "/lines",
                "/log",
                "/log/0",
                "/log/0/proof",
                "/number",
                "/sanctions",
                "/cases/report",
                "/cases/report/table",
                "/charts",
                "/charts/uploads.csv",
                "/progress",
                "/account",
                "/no-such-page"
            })
    void nothingIsShownToWhoHasNotSignedIn(String path) {
        assertThat(ConsoleVisitor.next(stranger().get(path))).isEqualTo("/sign-in");
    }

    @ParameterizedTest
    @FieldSource("jinbo.operator.cli.TestConsole#PAGES")
    void everyRoleSeesThePagesInBothLanguagesAndNoNumber(String path) {
        for (String name : List.of("wang", "zhao", "he")) {
            ConsoleVisitor visitor = READERS.computeIfAbsent(name, ConsoleAccessIT::signedIn);
            for (String language : List.of("en", "zh")) {
                HttpResponse<String> page = visitor.get(path + (path.contains("?") ? "&" : "?") + "lang=" + language);
                assertThat(page.statusCode()).as(name + " " + page.body()).isEqualTo(200);
                assertThat(page.body())
                        .startsWith("<!DOCTYPE html>")
                        .contains("<html lang=\"" + (language.equals("zh") ? "zh-CN" : "en") + "\"")
                        .doesNotContain("??")
                        .doesNotContain("13810001");
            }
        }
    }

    @Test
    void pagesAreValidHtml(@TempDir Path pages) throws IOException {
        HtmlValidator.required();
        HtmlValidator.assertValid(
                pages,
                Stream.of("wang", "zhao", "he")
                        .map(name -> READERS.computeIfAbsent(name, ConsoleAccessIT::signedIn))
                        .flatMap(visitor -> TestConsole.PAGES.stream().map(visitor::get))
                        .toList());
    }

    @Test
    void tabsOfFilesCountThemAndAHeldFileHasNeitherAcceptedNorRefusedRows() {
        String files = signedIn("he").get("/files").body();

        assertThat(files.replaceAll("\\s+", " ")).contains("held <span class=\"badge\">1</span>");
        assertThat(files.substring(files.indexOf(TestConsole.HELD), files.indexOf(TestConsole.TAKEN_IN)))
                .contains("<span>13</span>", "<span>–</span>")
                .doesNotContain("<span>0</span>", "<span>12</span>");
    }

    @Test
    void allHeldFilesOfAPageAreSelectedByALink() {
        ConsoleVisitor operator = signedIn("zhao");

        assertThat(operator.get("/held").body()).doesNotContain("checked=");
        assertThat(operator.get("/held?chosen=all").body()).contains("checked=\"checked\"");
    }

    @Test
    void theListOfInsurersLeadsToWhatWaitsAndSaysWhichListIsApplied() {
        assertThat(signedIn("he").get("/insurers").body())
                .contains("href=\"/held?insurer=YUNHE\"", "<span class=\"badge is-OPEN\">0 of 1</span>");
    }

    @Test
    void anUploadIsWithdrawnOnItsPageByOperatorsIfItsComplaintsWereAccepted() {
        ConsoleVisitor operator = signedIn("zhao");

        assertThat(operator.get("/files/1").body()).contains("action=\"/files/1/withdraw\"");
        assertThat(operator.get("/files/" + heldId()).body()).doesNotContain("/withdraw");
        assertThat(signedIn("he").get("/files/1").body()).doesNotContain("/withdraw");
    }

    @Test
    void aBrowserIsToldToAllowNothingButOurOwnAndToKeepNothing() {
        HttpResponse<String> page = signedIn("zhao").get("/");

        assertThat(page.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy)
                        .contains("default-src 'none'", "frame-ancestors 'none'", "form-action 'self'")
                        .doesNotContain("unsafe"));
        assertThat(page.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(page.headers().firstValue("X-Frame-Options")).hasValue("DENY");
        assertThat(page.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
        assertThat(page.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        assertThat(page.body()).doesNotContain("<script>", "style=", "http://", "onclick");
    }

    @Test
    void theSessionBeginsAtTheDoorAndItsCookieIsForTheBrowserAlone() {
        ConsoleVisitor visitor = stranger();

        assertThat(sessions(visitor.get("/sign-in"))).isEmpty();
        assertThat(sessions(visitor.signIn("zhao", "a wrong password"))).isEmpty();
        List<String> first = sessions(visitor.signIn("zhao", passwordOf("zhao")));
        assertThat(first)
                .singleElement()
                .satisfies(cookie -> assertThat(cookie).contains("HttpOnly", "SameSite=Strict"));
        assertThat(sessions(visitor.get("/sign-in"))).isEmpty();
        assertThat(sessions(visitor.signIn("zhao", passwordOf("zhao"))))
                .as("who signs in anew has another one")
                .singleElement()
                .isNotEqualTo(first.get(0));
    }

    @Test
    void aFormThatNoPageMadeIsNotCarriedOut() {
        ConsoleVisitor operator = signedIn("zhao");

        assertThat(operator.forge("/insurers/YUNHE/suspend", Map.of()).statusCode())
                .isEqualTo(403);
        assertThat(operator.forge("/sign-out", Map.of()).statusCode()).isEqualTo(403);
        assertThat(operator.get("/").statusCode()).isEqualTo(200);
    }

    @Test
    void aFormWhoseSessionHasEndedLeadsToSignInAndBackWithTheReason() {
        ConsoleVisitor visitor = stranger();

        assertThat(ConsoleVisitor.next(visitor.forge(
                        "/files/" + heldId() + "/release", Map.of("reason", "confirmed by 13810001234 today"))))
                .isEqualTo("/sign-in?ended");
        assertThat(ConsoleVisitor.next(visitor.signIn("zhao", passwordOf("zhao"))))
                .isEqualTo("/files/" + heldId());
        assertThat(visitor.get("/files/" + heldId()).body())
                .contains("value=\"confirmed by ")
                .doesNotContain("13810001234");
        assertThat(ConsoleVisitor.next(visitor.signIn("zhao", passwordOf("zhao"))))
                .as("once")
                .isEqualTo("/");
    }

    @Test
    void aReasonWithANumberIsRefusedAndItsOtherWordsStay() {
        ConsoleVisitor operator = signedIn("zhao");
        String page = "/files/" + heldId();

        ConsoleVisitor.next(operator.post(page, page + "/release", Map.of("reason", "see 13810001234 of today")));

        assertThat(operator.get(page).body())
                .contains("class=\"answer not-done\"", "value=\"see ", " of today\"")
                .doesNotContain("13810001234");
    }

    @Test
    void whatARoleMayNotIsNeitherOfferedNorDoneAndIsInTheLog() {
        ConsoleVisitor auditor = signedIn("he");
        String held = "/files/" + heldId();

        assertThat(auditor.get(held).body()).doesNotContain("/release").doesNotContain("/refuse");
        HttpResponse<String> forged = auditor.post("/account", held + "/refuse", Map.of("reason", "not mine to say"));

        assertThat(auditor.get(ConsoleVisitor.next(forged)).body()).contains("Not done");
        assertThat(entries("he").stream()
                        .filter(entry -> entry.phase() == EntryPhase.REFUSAL)
                        .map(entry -> entry.access().object()))
                .contains("held refuse " + TestConsole.HELD);
        assertThat(auditor.get(held).body()).contains("held");
    }

    @Test
    void whatIsTypedIntoAFieldNeverBecomesAnOption() {
        ConsoleVisitor operator = signedIn("zhao");

        HttpResponse<String> answer = operator.post(
                "/insurers/YUNHE",
                "/insurers/YUNHE/agreements",
                Map.of(
                        "selfDiscipline",
                        "2026-01-01 --home=/tmp/other",
                        "confidentiality",
                        "2026-01-01",
                        "reason",
                        "signed"));

        assertThat(operator.get(ConsoleVisitor.next(answer)).body())
                .contains("Not done", "2026-01-01 --home=/tmp/other", "a date such as 2026-09-30");
        assertThat(operator.get("/insurers/--help").statusCode()).isEqualTo(404);
    }

    @Test
    void anInsurerWithoutALineIsRefusedInItsForm() {
        ConsoleVisitor officer = signedIn("wang");

        HttpResponse<String> answer = officer.postWithFiles(
                "/insurers/new",
                "/insurers",
                Map.of("code", "BEIDOU", "name", "B", "sftp", "", "hostKey", "", "reason", "joins", "@sshKey", ""));

        assertThat(ConsoleVisitor.next(answer)).isEqualTo("/insurers/new");
        assertThat(officer.get("/insurers/new").body())
                .contains("Not done", "No line of business is given", "value=\"joins\"");
    }

    @Test
    void aRequestOfAnOlderVersionIsShownAndRefusedButNotConfirmed() {
        Requests requests = console.get(Requests.class);
        long id = requests.record(
                        requests.nextId(),
                        List.of("held", "release", "--reason=confirmed by telephone", TestConsole.HELD),
                        Optional.empty(),
                        Duty.RELEASE_FILES,
                        Optional.of("confirmed by telephone"),
                        List.of(),
                        Optional.empty(),
                        Actor.person("sun", ActorRole.OPERATOR))
                .id();
        String page = "/requests/" + id;
        ConsoleVisitor second = signedIn("zhao");

        assertThat(second.get(page).body()).contains("asks to release a held file", "older version");
        HttpResponse<String> confirmed = second.post(page, page + "/confirm", Map.of());
        assertThat(second.get(ConsoleVisitor.next(confirmed)).body()).contains("Not done", "older version");
        HttpResponse<String> refused = second.post(page, page + "/refuse", Map.of("reason", "it is asked for anew"));
        assertThat(second.get(ConsoleVisitor.next(refused)).body()).contains("Done", "was refused");
    }

    @Test
    void aConfirmedRequestWithoutAResultShowsWhatToDo() {
        Requests requests = console.get(Requests.class);
        long id = requests.record(
                        requests.nextId(),
                        List.of("held", "release", TestConsole.HELD),
                        Optional.empty(),
                        Duty.RELEASE_FILES,
                        Optional.of("confirmed by telephone"),
                        List.of(),
                        Optional.empty(),
                        Actor.person("sun", ActorRole.OPERATOR))
                .id();
        console.get(JdbcClient.class)
                .sql("insert into request_decision (request, requested_by, decision, decided_by, decided_at)"
                        + " values (?, 'sun', 'CONFIRMED', 'zhao', now())")
                .param(id)
                .update();

        assertThat(signedIn("zhao").get("/requests/" + id).body())
                .contains("result not recorded", "Check whether it has taken effect; if not, send it again.");
    }

    @Test
    void aLookAtANumberTakesARoleAndAReasonAndIsAnEntryThatHoldsNone() {
        ConsoleVisitor auditor = signedIn("he");
        ConsoleVisitor officer = signedIn("wang");
        Map<String, String> look = lookUp("the consumer asked in writing");

        HttpResponse<String> answer = auditor.post("/number", "/number", look);
        HttpResponse<String> without = auditor.post("/number", "/number", lookUp(" "));
        HttpResponse<String> notTheirs = officer.post("/account", "/number", look);

        assertThat(answer.body()).contains("YUNHE").doesNotContain("13810001234");
        assertThat(without.body()).contains("answer not-done").doesNotContain("13810001234");
        assertThat(notTheirs.body()).contains("answer not-done").doesNotContain("13810001234");
        assertThat(entries("he").stream()
                        .filter(entry -> entry.access().action().name().equals("LOOK_UP"))
                        .map(entry -> entry.access().purpose()))
                .contains("the consumer asked in writing");
        assertThat(entries("wang").stream().map(AccessLogEntry::phase)).contains(EntryPhase.REFUSAL);
    }

    @Test
    void whatAPersonHasFoundAboutANumberIsNotShownToAnotherInTheSameSession() {
        ConsoleVisitor both = signedIn("he");
        both.post("/number", "/number", lookUp("the consumer asked in writing"));
        assertThat(both.get("/number?page=1").body()).contains("id=\"verdict\"");

        both.signIn("zhao", passwordOf("zhao"));

        assertThat(both.get("/number?page=1").body()).contains(">zhao</span>").doesNotContain("id=\"verdict\"");
    }

    @Test
    void aComplaintIsShownWholeForAReasonAndWithoutTheConsumersNumber() {
        Steps steps = new Steps();
        CaseNumber opened = steps.take(
                "a consumer complains",
                () -> console.get(Cases.class)
                        .open(
                                new CallComplaint(
                                        new Mobile(13810001234L),
                                        Optional.of(new InsurerCode("YUNHE")),
                                        Optional.of(new LineCode("LIFE")),
                                        Optional.of(new CallerNumber("01065551234")),
                                        Instant.parse("2026-11-23T12:00:00Z"),
                                        CallPurpose.SALES,
                                        "they offered a policy"),
                                CaseSource.CONSUMER,
                                UUID.randomUUID(),
                                Actor.consumer(),
                                "the holder complains about a call"));
        String page = "/cases/" + opened;

        steps.take("the list and other roles show no more than they may", () -> {
            assertThat(signedIn("zhao").get("/cases").body())
                    .contains(opened.value(), ">LIFE</span>")
                    .doesNotContain("01065551234");
            assertThat(signedIn("wang").get(page).body()).contains("Only operators and auditors");
        });
        steps.take("for a reason the complaint is shown without the consumer's number", () -> {
            console.get(JdbcClient.class)
                    .sql("insert into call_case_answer (call_case, insurer, inbound_file, line, received_at, answer,"
                            + " dispute, words) select id, 'YUNHE', 1, 1, now(), 'DISPUTE', 'NOT_OUR_CALL', 'wrong number'"
                            + " from call_case where number = ?")
                    .param(opened.value())
                    .update();
            HttpResponse<String> whole = signedIn("zhao").post(page, page, Map.of("reason", "the consumer asks"));

            assertThat(whole.body())
                    .contains("01065551234", "they offered a policy", "<span>by the consumer</span>")
                    .contains("Answer of YUNHE", "disputes the complaint", "not its call · wrong number")
                    .as("nothing twice, nothing in constants")
                    .doesNotContain("13810001234", "Due on", "Overdue", "NOT_OUR_CALL", ">OPEN<");
            assertThat(entries("zhao").stream().map(entry -> entry.access().object()))
                    .contains("case " + opened);
        });
        steps.take("for a reason its evidence is shown", () -> {
            HttpResponse<String> evidence =
                    signedIn("zhao").post(page, page + "/evidence", Map.of("reason", "it is to be decided"));
            assertThat(evidence.body())
                    .contains(
                            "The consumer says that the call was about LIFE",
                            "source: case " + opened,
                            "Not blocked: the number was not blocked")
                    .doesNotContain("13810001234", "01065551234", "they offered a policy");
            assertThat(entries("zhao").stream().map(entry -> entry.access().action()))
                    .contains(AccessAction.WEIGH_CASE);
        });
    }

    @Test
    void aSanctionIsSeenByAllWhereItBelongsAndDecidedByOperators() {
        List<CaseNumber> upheld = List.of(console.upheld("13810001235"), console.upheld("13810001236"));
        long id = console.get(ProposeDueSanctions.class).run().get(0).id();
        String act = "/sanctions/" + id;
        ConsoleVisitor operator = signedIn("zhao");
        ConsoleVisitor auditor = signedIn("he");

        for (String page : List.of("/sanctions", "/insurers/YUNHE", "/cases/" + upheld.get(0))) {
            assertThat(auditor.get(page).body())
                    .as(page)
                    .contains("no sales calls to people who are not its customers", "proposed")
                    .contains(upheld.get(0).value(), upheld.get(1).value())
                    .doesNotContain("action=\"" + act);
        }
        assertThat(operator.get("/sanctions").body()).contains("action=\"" + act, "Impose", "Refuse");
        HttpResponse<String> forged =
                auditor.post("/account", act, Map.of("action", "IMPOSE", "reason", "not mine to say"));
        HttpResponse<String> asked =
                operator.post("/sanctions", act, Map.of("action", "IMPOSE", "reason", "it was earned"));

        assertThat(auditor.get(ConsoleVisitor.next(forged)).body()).contains("Not done");
        assertThat(operator.get(ConsoleVisitor.next(asked)).body())
                .contains("Sanction " + id, "from 2026-11-25 until 2027-02-24");
    }

    @Test
    void aCaseIsDecidedAssignedAndContestedByOperatorsWhereItsStateTakesThat() {
        Steps steps = new Steps();
        CaseNumber number = console.complaint("13810001238");
        String page = "/cases/" + number;
        ConsoleVisitor operator = signedIn("zhao");
        ConsoleVisitor auditor = signedIn("he");
        Map<String, String> dismissal =
                Map.of("ruling", "NOT_BLOCKED", "evidence", "0".repeat(64), "reason", "by the evidence");

        steps.take("while it is open an operator may assign it, and decide once the evidence was opened", () -> {
            assertThat(operator.get(page).body())
                    .contains(page + "/assign", "Open the evidence first")
                    .doesNotContain(page + "/decide", page + "/contest");
            assertThat(operator.evidenceOf(page)).isPresent();
            assertThat(operator.get(page).body())
                    .contains(page + "/decide", "NOT_BLOCKED")
                    .contains("value=\"NOT_BLOCKED\" checked")
                    .doesNotContain("VIOLATION");
        });
        steps.take("while the insurer is asked nobody decides", () -> {
            console.becomes(number, CaseState.SENT);
            assertThat(operator.get(page).body())
                    .doesNotContain(page + "/decide")
                    .contains(page + "/assign");
        });
        steps.take("other roles do not decide an answered case", () -> {
            console.becomes(number, CaseState.ANSWERED);
            for (ConsoleVisitor notTheirs : List.of(auditor, signedIn("wang"))) {
                assertThat(notTheirs.get(page).body()).doesNotContain(page + "/decide", page + "/assign");
                HttpResponse<String> forged = notTheirs.post("/account", page + "/decide", dismissal);
                assertThat(notTheirs.get(ConsoleVisitor.next(forged)).body()).contains("Not done");
            }
        });
        String evidence = operator.evidenceOf(page).orElseThrow();
        steps.take("nobody decides on evidence that was opened in another session", () -> {
            ConsoleVisitor unread = signedIn("zhao");
            HttpResponse<String> asked = unread.post(
                    "/account",
                    page + "/decide",
                    Map.of("ruling", "NOT_BLOCKED", "evidence", evidence, "reason", "by hearsay"));
            assertThat(unread.get(ConsoleVisitor.next(asked)).body()).contains("Not done", "Open the evidence first");
        });
        steps.take("an operator asks for a decision", () -> {
            HttpResponse<String> asked = operator.post(
                    page,
                    page + "/decide",
                    Map.of("ruling", "NOT_BLOCKED", "evidence", evidence, "reason", "by the evidence"));
            assertThat(operator.get(ConsoleVisitor.next(asked)).body())
                    .contains("waits for a second person", "NOT_BLOCKED", evidence);
        });
        steps.take("an operator assigns it", () -> {
            HttpResponse<String> assigned = operator.post(
                    page,
                    page + "/assign",
                    Map.of("insurer", "YUNHE", "unit", "", "salesperson", "S-17", "reason", "its recording says so"));
            assertThat(operator.get(ConsoleVisitor.next(assigned)).body()).contains("would be assigned to YUNHE");
        });
        steps.take("a case that the consumer has won cannot be contested", () -> {
            console.becomes(number, CaseState.UPHELD);
            assertThat(operator.get(page).body()).as("the consumer has won").doesNotContain(page + "/contest");
        });
        steps.take("a dismissed case can be contested by an operator", () -> {
            console.becomes(number, CaseState.DISMISSED);
            assertThat(auditor.get(page).body()).doesNotContain(page + "/contest");
            assertThat(operator.get(page).body())
                    .contains(page + "/contest")
                    .doesNotContain(page + "/decide", page + "/assign");
        });
        steps.take("an operator contests it", () -> {
            HttpResponse<String> contested =
                    operator.post(page, page + "/contest", Map.of("reason", "the consumer writes that more is due"));
            assertThat(operator.get(ConsoleVisitor.next(contested)).body())
                    .contains("The appeal is recorded. Case " + number + " must be decided again.", page + "/decide")
                    .contains(page + "/assign");
        });
        steps.take("an appealed case stays with the insurer that was asked", () -> {
            new CaseRequestRowWriter(console.get(JdbcClient.class))
                    .about(number, Instant.parse("2026-11-24T12:00:00Z"));
            assertThat(operator.get(page).body()).contains(page + "/decide").doesNotContain(page + "/assign");
        });
        steps.take(
                "an unknown case cannot be contested",
                () -> assertThat(operator.post(page, "/cases/nothing/contest", Map.of("reason", "none"))
                                .statusCode())
                        .isEqualTo(404));
    }

    @Test
    void aCaseIsFoundByItsNumber() {
        CaseNumber number = console.complaint("13810001253");
        String typed = number.value().toLowerCase(Locale.ROOT).replace("-", "");

        assertThat(ConsoleVisitor.next(signedIn("zhao").get("/cases?number=" + typed)))
                .isEqualTo("/cases/" + number);
        assertThat(signedIn("zhao").get("/cases?number=unknown").body())
                .contains("No results")
                .doesNotContain(number.value());
    }

    @Test
    void complaintsSanctionsAndTheReportLeadToEachOther() {
        List<String> pages = List.of("/cases", "/sanctions", "/cases/report");
        for (String page : pages) {
            String section = signedIn("zhao")
                    .get(page)
                    .body()
                    .split("class=\"sections\"")[1]
                    .split("</nav>")[0];

            assertThat(pages)
                    .allSatisfy(other -> assertThat(section).as(page).contains("href=\"" + other + "\""))
                    .filteredOn(other -> section.contains("href=\"" + other + "\" aria-current=\"page\""))
                    .containsExactly(page);
        }
    }

    @Test
    void aMonthWithoutCasesIsASentenceInTheReport() {
        assertThat(signedIn("zhao").get("/cases/report").body())
                .containsOnlyOnce("No complaints in 2026-10")
                .doesNotContain("<svg", "<table", "as CSV");
    }

    @Test
    void afterFiveWrongPasswordsNoneIsLookedAtForAWhileWhereThatPersonHasNotSignedIn() {
        for (int i = 0; i < 5; i++) {
            assertThat(ConsoleVisitor.next(stranger().signIn("sun", "a wrong password " + i)))
                    .isEqualTo("/sign-in?wrong");
        }

        assertThat(ConsoleVisitor.next(stranger().signIn("sun", passwordOf("sun"))))
                .isEqualTo("/sign-in?wait");
        assertThat(entries("").stream()
                        .filter(entry -> entry.phase() == EntryPhase.REFUSAL)
                        .filter(entry -> entry.access().object().equals("console: sign in, claimed: sun"))
                        .map(entry -> entry.outcome().orElseThrow()))
                .contains("PASSWORD_NOT_THEIRS", "TOO_MANY_TRIES");
    }

    @Test
    void whoIsSignedInIsOutAsSoonAsThePasswordIsAnother() {
        ConsoleVisitor officer = signedIn("li");

        console.get(ConsolePasswords.class).set(new PersonName("li"), "quite another password");

        assertThat(ConsoleVisitor.next(officer.get("/"))).isEqualTo("/sign-in?ended");
        assertThat(ConsoleVisitor.next(officer.get("/"))).isEqualTo("/sign-in");
        assertThat(ConsoleVisitor.next(stranger().signIn("li", "quite another password")))
                .isEqualTo("/");
    }

    @Test
    void progressIsSentToSixtyFourPagesAtATimeAndUntilTheirSessionEnds() {
        ConsoleVisitor operator = signedIn("zhao");
        List<HttpResponse<InputStream>> pages =
                Stream.generate(operator::followProgress).limit(65).toList();
        assertThat(pages)
                .extracting(HttpResponse::statusCode)
                .containsOnlyOnce(204)
                .endsWith(204);
        assertThat(operator.get("/").statusCode())
                .as("pages without live progress")
                .isEqualTo(200);

        operator.post("/", "/sign-out", Map.of());
        List<String> sent = console.get(RunProgress.class)
                .during(
                        "collect-uploads",
                        4711,
                        Optional.empty(),
                        () -> pages.stream().map(page -> all(page.body())).toList());

        assertThat(sent).noneMatch(events -> events.contains("collect-uploads"));
        assertThat(ConsoleVisitor.next(operator.get("/"))).isEqualTo("/sign-in");
        assertThat(signedIn("zhao").followProgress().statusCode())
                .as("places are free again")
                .isEqualTo(200);
    }

    private static String all(InputStream stream) {
        try (stream) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void whatIsNotThereIsToldInAPageOfOurs() {
        ConsoleVisitor auditor = signedIn("he");

        for (String path : List.of("/files/99999", "/requests/99999", "/insurers/NOBODY", "/log/99999", "/nothing")) {
            HttpResponse<String> page = auditor.get(path);
            assertThat(page.statusCode()).as(path).isEqualTo(404);
            assertThat(page.body())
                    .as(path)
                    .startsWith("<!DOCTYPE html>")
                    .contains("<h1>Not found</h1>", "start at the home page")
                    .doesNotContain("Exception", "log/jinbo.log");
        }
    }

    @ParameterizedTest
    @CsvSource({"en, Home, Held files", "zh, 首页, 待核文件"})
    void eachPageLeadsToItsSectionOfTheHandbookAndBack(String language, String home, String held) {
        ConsoleVisitor auditor = signedIn("he");
        String handbook = auditor.get("/help?lang=" + language).body();

        assertThat(handbook)
                .contains("<h2 id=\"home\"><a href=\"/\">" + home + "</a></h2>", "<a href=\"#home\">" + home + "</a>")
                .as("a step of a task")
                .contains("<ol>")
                .containsPattern("<li>.*<a href=\"/held\">" + held + "</a>")
                .as("pages that are not served")
                .doesNotContain(".md");
        for (String path : TestConsole.PAGES) {
            Matcher link = Pattern.compile("href=\"/help#([a-z]+)\"")
                    .matcher(auditor.get(path).body());
            assertThat(link.find()).as(path).isTrue();
            assertThat(handbook).as(path).contains("<h2 id=\"" + link.group(1) + "\">");
        }
        assertThat(Pattern.compile("<h2 id=\"[a-z]+\"><a href=\"(/[a-z]*)\">")
                        .matcher(handbook)
                        .results())
                .hasSizeGreaterThan(15)
                .allSatisfy(page -> assertThat(auditor.get(page.group(1)).statusCode())
                        .as(page.group(1))
                        .isEqualTo(200));
    }

    @Test
    void styleSheetsAreKeptUnderTheHashOfWhatTheyHold() {
        Matcher sheets = Pattern.compile("href=\"(/[a-z.]+-[0-9a-f]{32}\\.css)\"")
                .matcher(stranger().get("/sign-in").body());

        assertThat(sheets.results().map(sheet -> sheet.group(1)).toList())
                .hasSize(2)
                .allSatisfy(sheet -> assertThat(stranger()
                                .get(sheet)
                                .headers()
                                .firstValue("Cache-Control")
                                .orElse(""))
                        .contains("max-age=31536000"));
    }

    @Test
    void aForeignNameThatWasMadeToMeanThisMachineIsNotAnswered() throws IOException {
        try (Socket socket = new Socket("127.0.0.1", URI.create(console.url()).getPort())) {
            socket.getOutputStream()
                    .write("GET /sign-in HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));

            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(answer).startsWith("HTTP/1.1 400").doesNotContain("_csrf");
        }
    }

    @Test
    void refusesMaskedTokenThatIsNoTextLikeAWrongOne() throws IOException {
        try (Socket socket = new Socket("127.0.0.1", URI.create(console.url()).getPort())) {
            String form = "_csrf=NaN&name=li&password=none";
            socket.getOutputStream()
                    .write(("POST /sign-in HTTP/1.1\r\nHost: "
                                    + URI.create(console.url()).getAuthority()
                                    + "\r\nCookie: jinbo-sign-in=z\r\nConnection: close"
                                    + "\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: "
                                    + form.length() + "\r\n\r\n" + form)
                            .getBytes(StandardCharsets.US_ASCII));

            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(answer).startsWith("HTTP/1.1 403").doesNotContain("Exception");
        }
    }

    @Test
    void whoMayNotRunJobsBeginsNone() {
        ConsoleVisitor auditor = signedIn("he");

        HttpResponse<String> answer = auditor.post("/account", "/runs", Map.of("job", "COLLECT"));

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("<nav", "Not permitted");
        assertThat(auditor.get("/runs").body()).doesNotContain("Started in this console");
    }

    @Test
    void aRunThatIsImpossibleIsRefusedAndHasEnded() {
        ConsoleVisitor operator = signedIn("zhao");

        operator.post("/account", "/insurers/YUNHE/run", Map.of("job", "WATCH"));

        String runs = operator.get("/runs").body();
        for (int i = 0; i < 1_000 && runs.contains("<b>Running</b>"); i++) {
            runs = operator.get("/runs").body();
        }
        assertThat(runs).contains("does not work for single insurers").doesNotContain("<b>Running</b>");
    }

    @Test
    void aTimeOfACallThatIsNoTimeIsNotLogged() {
        ConsoleVisitor operator = signedIn("zhao");
        Map<String, String> form = new HashMap<>(lookUp("a letter"));
        form.putAll(Map.of("day", "2012-09-20", "time", "13810001234", "purpose", "SALES", "caller", ""));
        try (CapturedLog logged = new CapturedLog()) {
            HttpResponse<String> answer = operator.post("/account", "/cases", form);

            assertThat(ConsoleVisitor.next(answer)).isEqualTo("/cases/new");
            assertThat(operator.get("/cases/new").body()).doesNotContain("DateTimeParseException");
            assertThat(logged.lines()).noneMatch(line -> line.contains("13810001234"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/files?until=%2B999999999-12-31",
                "/files?from=-99999-01-01",
                "/log?until=%2B999999999-12-31",
                "/cases/report?month=-999999999-01"
            })
    void datesOfNoCalendarAreNoFault(String path) {
        assertThat(READERS.computeIfAbsent("he", ConsoleAccessIT::signedIn)
                        .get(path)
                        .statusCode())
                .isLessThan(500);
    }

    @Test
    void anotherFileOfTheSameNameIsNotDecidedUpon() {
        ConsoleVisitor operator = signedIn("zhao");

        assertThat(operator.post("/account", "/files/1/release", Map.of("reason", "an old page"))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void aNumberIsLookedForNowhereButOnItsPage() {
        ConsoleVisitor auditor = signedIn("he");
        try (CapturedLog logged = new CapturedLog()) {
            String address = auditor.get("/log?object=13810001234")
                    .headers()
                    .firstValue("location")
                    .orElseThrow();
            assertThat(address).endsWith("/log?numbers=true");
            assertThat(auditor.get("/log?numbers=true").body()).contains("use the Number page");
            assertThat(auditor.get("/files/13810001234x").statusCode()).isEqualTo(404);
            assertThat(auditor.get("/13810001234").statusCode()).isEqualTo(404);
            assertThat(auditor.get("/13810001234.css").statusCode()).isEqualTo(404);

            assertThat(logged.lines()).noneMatch(line -> line.contains("1381000"));
        }
    }

    @Test
    void aNewPasswordTakesTheCurrentOne() {
        ConsoleVisitor officer = signedIn("wang");

        HttpResponse<String> refused = officer.post(
                "/account",
                "/account",
                Map.of("current", "not this one at all", "password", "another long one", "again", "another long one"));

        assertThat(refused.body()).contains("current password is wrong");
        for (int i = 0; i < 4; i++) {
            officer.post("/account", "/account", Map.of("current", "wrong " + i, "password", "", "again", ""));
        }
        assertThat(officer.post("/account", "/account", Map.of("current", "wrong", "password", "", "again", ""))
                        .body())
                .contains("Too many wrong passwords. Try again in 15 minutes.")
                .doesNotContain("current password is wrong");
        assertThat(officer.get("/").statusCode()).isEqualTo(200);
    }

    @Test
    void theProofOfAnEntryIsTheFileThatTheVerifierTakes() {
        HttpResponse<String> proof = signedIn("he").get("/log/0/proof");

        assertThat(proof.headers().firstValue("Content-Disposition"))
                .hasValue("attachment; filename=entry-0.tlog-proof");
        assertThat(proof.body()).startsWith("c2sp.org/tlog-proof@v1\n");
    }

    private static ConsoleVisitor stranger() {
        return new ConsoleVisitor(console.url());
    }

    private static ConsoleVisitor signedIn(String name) {
        ConsoleVisitor visitor = stranger();
        assertThat(ConsoleVisitor.next(visitor.signIn(name, passwordOf(name)))).isEqualTo("/");
        return visitor;
    }

    private static List<String> sessions(HttpResponse<String> answer) {
        return answer.headers().allValues("Set-Cookie").stream()
                .filter(cookie -> cookie.startsWith("jinbo-session="))
                .toList();
    }

    private static long heldId() {
        return console.get(InboundFiles.class)
                .newest(new InsurerCode("YUNHE"), 1)
                .get(0)
                .id();
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

    private static Map<String, String> lookUp(String reason) {
        return Map.of("number", "13810001234", "insurer", "", "line", "", "date", "", "time", "", "reason", reason);
    }
}
