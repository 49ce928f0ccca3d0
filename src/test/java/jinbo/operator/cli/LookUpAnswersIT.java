package jinbo.operator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import jinbo.accesslog.Actor;
import jinbo.accesslog.ActorRole;
import jinbo.exchange.format.Ack;
import jinbo.exchange.format.FormatException;
import jinbo.exchange.format.Manifest;
import jinbo.exchange.format.Term;
import jinbo.operator.answer.JsonAnswers;
import jinbo.operator.answer.Language;
import jinbo.operator.answer.Page;
import jinbo.operator.answer.ResultRenderer;
import jinbo.operator.answer.Texts;
import jinbo.operator.number.NumberOperations;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.insurer.InsurerLine;
import jinbo.participant.insurer.Insurers;
import jinbo.participant.insurer.SalesUnit;
import jinbo.participant.insurer.SalesUnits;
import jinbo.participant.insurer.UnitCode;
import jinbo.participant.operation.AccessPurpose;
import jinbo.participant.operation.Moment;
import jinbo.participant.operation.OperationNumber;
import jinbo.participant.operation.OperationService;
import jinbo.participant.staff.IdentityClaim;
import jinbo.reference.business.LineCode;
import jinbo.reference.phone.Mobile;
import jinbo.registry.ConsumerChoice;
import jinbo.registry.ConsumerChoices;
import jinbo.testing.SettableClock;
import jinbo.testing.TestExchange;
import jinbo.testing.TestLines;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What an auditor is told of a number, at many moments of one history: the history and the answers lie in files. */
class LookUpAnswersIT {

    private static final Path FOLDER = Path.of("src/test/resources/jinbo/operator/cli/lookup");
    private static final Mobile NUMBER = new Mobile(13810001234L);
    private static final IdentityClaim NOBODY = new IdentityClaim.ByKey(Optional.empty(), Optional.empty());
    private static final Actor AUDITOR = Actor.person("zhou", ActorRole.AUDITOR);
    private static final SettableClock CLOCK = new SettableClock("2026-03-02T08:00:00+08:00");

    @TempDir
    private static Path home;

    private static TestExchange exchange;

    @BeforeAll
    static void theHistoryHappens() throws IOException {
        exchange = TestExchange.start(home, CLOCK);
        for (String unit : List.of("BJ-TEL", "BANK-7", "AGENCY-2")) {
            exchange.bean(SalesUnits.class)
                    .add(new SalesUnit(
                            new InsurerCode("YUNHE"),
                            new UnitCode(unit),
                            unit,
                            SalesUnit.Kind.BRANCH,
                            Optional.of(LocalDate.of(2026, 1, 1)),
                            CLOCK.instant(),
                            Optional.empty()));
        }
        for (String line : linesOf("history.txt")) {
            List<String> words = Arrays.asList(line.split(" +"));
            CLOCK.set(words.get(0));
            happen(words.get(1), words.get(2), words.subList(3, words.size()));
        }
    }

    @AfterAll
    static void close() {
        exchange.close();
    }

    static Stream<String> questions() throws IOException {
        return linesOf("questions.txt").stream();
    }

    @ParameterizedTest
    @MethodSource("questions")
    void isToldTheAnswerOfTheFile(String question) throws Exception {
        String name = question.substring(0, question.indexOf(' '));
        Object answer = asked(NUMBER, question);

        assertThat(text(answer, Language.EN)).isEqualTo(Files.readString(FOLDER.resolve("answers/" + name + ".txt")));
        assertThat(JsonAnswers.write(answer)).isEqualTo(Files.readString(FOLDER.resolve("answers/" + name + ".json")));
        assertThat(text(answer, Language.ZH)).doesNotContain("null", "{").doesNotContain(NUMBER.digits());
    }

    @Test
    void ofANumberThatNobodyKnowsTheLogIsToldTheSame() throws Exception {
        Object nobodys = asked(new Mobile(13810009999L), "a");
        asked(NUMBER, "a");

        assertThat(text(nobodys, Language.EN))
                .startsWith("The number had no registrations at 2026-12-20 10:00.")
                .contains("YUNHE/LIFE was allowed to call: no registration of the number included it.");
        List<String> log = exchange.sql()
                .sql("select phase || action || purpose || object || coalesce(insurer, '') || coalesce(outcome, '')"
                        + " || coalesce(numbers, 0) || length(subject) from access_log_entry order by id desc limit 4")
                .query(String.class)
                .list();
        assertThat(log.subList(0, 2)).isEqualTo(log.subList(2, 4));
        assertThat(log.get(0)).startsWith("RESULTLOOK_UPthe consumer has complainedone number");
    }

    private static Object asked(Mobile mobile, String question) throws Exception {
        List<String> words = Arrays.asList(question.split(" +"));
        return exchange.bean(OperationService.class)
                .execute(
                        new NumberOperations.LookUp(
                                new AccessPurpose("the consumer has complained"),
                                value(words, "--insurer").map(InsurerCode::new),
                                value(words, "--at").map(Moment::parse),
                                OperationNumber.of(mobile)),
                        NOBODY);
    }

    private static String text(Object answer, Language language) {
        StringWriter out = new StringWriter();
        new ResultRenderer(new Page(Texts.in(language), new PrintWriter(out))).render(answer);
        return out.toString();
    }

    private static Optional<String> value(List<String> words, String option) {
        int at = words.indexOf(option);
        return at < 0 ? Optional.empty() : Optional.of(words.get(at + 1));
    }

    private static void happen(String who, String what, List<String> how) throws IOException {
        switch (what) {
            case "complains" ->
                upload(
                        who,
                        "complaints",
                        "csv",
                        "mobile,complaint,complained_on,scope,term\r\n" + NUMBER.digits() + ",TELEMARKETING,"
                                + String.join(",", how) + "\r\n");
            case "takes" ->
                upload(
                        who,
                        "withdrawals",
                        "csv",
                        "file,line,reason\r\n" + how.get(1) + "," + how.get(2) + ",wrong\r\n");
            case "acknowledges" -> upload(who, "ack", "json", ack(who, how));
            case "lists" -> assertThat(exchange.publish().problems()).isEmpty();
            case "sells" ->
                exchange.bean(Insurers.class)
                        .addLine(
                                new InsurerCode(who),
                                new LineCode(how.get(0)),
                                LocalDate.parse(how.get(1)),
                                CLOCK.instant());
            case "suspended" -> exchange.bean(Insurers.class).suspend(new InsurerCode(who), CLOCK.instant());
            case "resumed" -> exchange.bean(Insurers.class).resume(new InsurerCode(who), CLOCK.instant());
            case "chooses" -> choose(choice(how.get(0), Term.of(how.get(1)).orElseThrow()));
            case "cancels" -> choose(ConsumerChoice.nobody());
            case "released" -> exchange.bean(ConsumerChoices.class).release(NUMBER, AUDITOR, "the network says so");
            case "waits" -> assertThat(how).isEmpty();
            default -> throw new AssertionError("Nobody knows how to do this: " + what);
        }
    }

    private static void upload(String who, String kind, String ending, String content) {
        String day = CLOCK.instant().toString().substring(0, 10).replace("-", "");
        exchange.upload(who, "%s-%s-%s-001.%s.pgp".formatted(kind, who, day, ending), content);
        assertThat(exchange.collect().problems()).isEmpty();
        assertThat(exchange.receipt(who, "receipt-%s-%s-%s-001.json.pgp".formatted(kind, who, day))
                        .tally()
                        .refused())
                .isZero();
    }

    private static String ack(String who, List<String> how) throws IOException {
        int sequence = Integer.parseInt(how.get(0));
        try {
            Manifest manifest = Manifest.read(new ByteArrayInputStream(
                    exchange.opened(who, "blocklist-%s-%08d.manifest.json.pgp".formatted(who, sequence))));
            return new String(
                    new Ack(
                                    manifest.insurer(),
                                    sequence,
                                    CLOCK.instant(),
                                    manifest.entries(),
                                    manifest.listDigest(),
                                    how.stream().skip(1).map(UnitCode::new).toList())
                            .toJson(),
                    StandardCharsets.UTF_8);
        } catch (FormatException e) {
            throw new AssertionError(e);
        }
    }

    private static ConsumerChoice choice(String scope, Term term) {
        return InsurerLine.isName(scope)
                ? new ConsumerChoice(Set.of(), Set.of(InsurerLine.parse(scope)), term)
                : new ConsumerChoice(TestLines.of(scope), Set.of(), term);
    }

    private static void choose(ConsumerChoice choice) {
        exchange.bean(ConsumerChoices.class).choose(NUMBER, choice, AUDITOR, "the consumer came to the counter");
    }

    private static List<String> linesOf(String file) throws IOException {
        return Files.readAllLines(FOLDER.resolve(file)).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
    }
}
