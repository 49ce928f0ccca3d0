package jinbo.operator.console;

import static jinbo.testing.PageMessages.each;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jinbo.accesslog.AccessAction;
import jinbo.accesslog.EntryPhase;
import jinbo.batch.schedule.RunOutcome;
import jinbo.cases.CallPurpose;
import jinbo.cases.CaseRuling;
import jinbo.cases.CaseSource;
import jinbo.cases.CaseState;
import jinbo.cases.DisputeReason;
import jinbo.cases.ViolationGround;
import jinbo.cases.sanction.Sanction;
import jinbo.exchange.format.ReceiptStatus;
import jinbo.operator.alert.Alert;
import jinbo.operator.job.JobName;
import jinbo.operator.metrics.Chart;
import jinbo.participant.insurer.SalesUnit;
import jinbo.participant.staff.Request;
import jinbo.participant.staff.Role;
import jinbo.registry.history.InsurerLookup;
import jinbo.registry.history.NotificationState;
import jinbo.registry.history.RegistrationDetails;
import jinbo.registry.inbound.HeldDecision;
import jinbo.registry.inbound.SealedAnswer;
import jinbo.testing.PageMessages;
import org.junit.jupiter.api.Test;
import org.springframework.batch.core.BatchStatus;

/** The pages say everything in both languages: each word that they name is there, and none is left over. */
class ConsoleMessagesTest {

    private static final PageMessages PAGES = new PageMessages(Path.of("src/main/resources/jinbo/operator/console"));
    private static final Pattern NAMED = Pattern.compile("#\\{([a-z][A-Za-z0-9.-]*)[}(]");
    private static final Pattern PUT_TOGETHER = Pattern.compile("#\\{\\$\\{'([a-z.-]+)' \\+");

    /** The name of a step where a job builds it, or as a constant that tests name, too. */
    private static final Pattern STEP = Pattern.compile(
            "(?:step|inTransaction|repeatedInTransactions|outsideTransactions|requireSteps)\\(\\s*\"([a-z-]+)\""
                    + "|\\R    static final String [A-Z_]+ = \"([a-z-]+)\"");

    private static final Pattern LITERAL = Pattern.compile("\"([a-z][A-Za-z0-9.-]*)\"");

    private final Properties english = PAGES.of("messages.properties");
    private final Properties chinese = PAGES.of("messages_zh.properties");

    @Test
    void bothLanguagesHaveTheSameWords() {
        assertThat(chinese.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
    }

    @Test
    void eachWordOfAPageIsThere() {
        assertThat(named())
                .isNotEmpty()
                .allSatisfy(
                        text -> assertThat(english.getProperty(text)).as(text).isNotBlank());
    }

    @Test
    void noWordIsLeftOver() {
        Set<String> used = new TreeSet<>(named());
        used.addAll(inSources());
        List<String> beginnings = new ArrayList<>(PAGES.found(PUT_TOGETHER));
        inSources().stream().filter(text -> text.endsWith(".")).forEach(beginnings::add);
        // of what stands in sentences of evidence
        beginnings.add("value.");
        assertThat(english.stringPropertyNames())
                .allSatisfy(text -> assertThat(
                                used.contains(text) || beginnings.stream().anyMatch(text::startsWith))
                        .as(text)
                        .isTrue());
    }

    @Test
    void whateverComesOutOfTheRecordsHasAWord() {
        Stream<String> words = Stream.of(
                        each("status.", ReceiptStatus.values()),
                        each("role.", Role.values()),
                        each("request.state.", Request.State.values()),
                        each("outcome.", RunOutcome.values()),
                        each("log.phase.", EntryPhase.values()),
                        each("event.answer-", SealedAnswer.Kind.values()),
                        each("event.interim-", SealedAnswer.Kind.values()),
                        each("file.decided.", HeldDecision.Kind.values()),
                        each("event.decided-", HeldDecision.Kind.values()),
                        each("number.why.", InsurerLookup.Reason.values()),
                        each("number.told.", NotificationState.Status.values()),
                        each("number.standing.", InsurerLookup.Participation.values())
                                .filter(standing -> !standing.endsWith("IN_GOOD_STANDING")),
                        each("value.", CallPurpose.values()),
                        each("value.", CaseSource.values()),
                        each("value.", DisputeReason.values()),
                        each("value.", InsurerLookup.Participation.values()),
                        each("value.", RegistrationDetails.Kind.values()),
                        each("purpose.", CallPurpose.values()),
                        each("case.", CaseState.values()),
                        each("ruling.", CaseRuling.values()),
                        each("ground.", ViolationGround.values()),
                        each("sanction.", Sanction.Kind.values()),
                        each("sanction.state.", Sanction.State.values()),
                        each("sanction.action.", SanctionPages.Action.values()),
                        each("action.", AccessAction.values()),
                        Stream.of(
                                "status.NONE",
                                "outcome.RUNNING",
                                "answer.done",
                                "answer.incomplete",
                                "answer.not-done",
                                "answer.request.waits",
                                "answer.request.confirmed",
                                "answer.request.refused",
                                "number.knowledge.UNKNOWN",
                                "number.knowledge.ERASED",
                                "trace.upload",
                                "trace.list",
                                "trace.case-file",
                                "trace.access"),
                        Stream.of("keys.state.good", "keys.state.soon", "keys.state.over", "keys.state.revoked"),
                        each("do.", Alert.Code.values()),
                        each("why.", Alert.Code.values()),
                        each("home.", Todo.Urgency.values()),
                        each("insurers.", InsurerLists.Want.values()),
                        Stream.of("insurers.JOINING", "insurers.ACTIVE", "insurers.SUSPENDED", "insurers.LEFT"),
                        Arrays.stream(Chart.values()).map(chart -> "chart." + chart.key() + ".none"),
                        each("units.kind.", SalesUnit.Kind.values()),
                        each("action.", AccessAction.values()),
                        Arrays.stream(JobName.values()).map(job -> "job." + job),
                        each("execution.", BatchStatus.values()),
                        Stream.of("held.why.TOO_MANY_REFUSED", "held.why.UNUSUAL_VOLUME"),
                        Stream.of("event.written", "event.received", "event.undelivered"),
                        Stream.of("keys.for.both", "keys.for.signatures", "keys.for.encryption", "keys.for.none"))
                .flatMap(some -> some);
        assertThat(words)
                .allSatisfy(
                        text -> assertThat(english.getProperty(text)).as(text).isNotBlank());
    }

    @Test
    void eachStepOfAJobHasANameInBothLanguages() throws IOException {
        Set<String> steps = new TreeSet<>();
        try (Stream<Path> jobs = Files.find(
                Path.of("src/main/java/jinbo/batch"),
                2,
                (source, facts) -> source.toString().endsWith("Job.java"))) {
            jobs.flatMap(job -> STEP.matcher(text(job)).results())
                    .map(found -> found.group(1) == null ? found.group(2) : found.group(1))
                    .forEach(steps::add);
        }
        assertThat(steps).contains("ingest", "seal", "verify", "erase-numbers", "send-reminders", "close-cases");
        assertThat(steps).allSatisfy(step -> {
            assertThat(english.getProperty("execution.step." + step)).as(step).isNotBlank();
            assertThat(chinese.getProperty("execution.step." + step)).as(step).isNotBlank();
        });
    }

    /** What stands in the sources of lists, which name their messages there. */
    private static List<String> inSources() {
        try (Stream<Path> sources = Files.list(Path.of("src/main/java/jinbo/operator/console"))) {
            return sources.flatMap(source -> LITERAL.matcher(text(source)).results())
                    .map(found -> found.group(1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path source) {
        try {
            return Files.readString(source);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> named() {
        return new TreeSet<>(PAGES.found(NAMED));
    }
}
