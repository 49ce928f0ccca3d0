package jinbo.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jinbo.accesslog.EntryPhase;
import jinbo.cases.CallPurpose;
import jinbo.cases.CaseState;
import jinbo.exchange.ReceiptStatus;
import jinbo.inbound.AnswerKind;
import jinbo.inbound.HeldDecision;
import jinbo.insurer.Sector;
import jinbo.person.RequestState;
import jinbo.person.Role;
import jinbo.schedule.RunOutcome;
import org.junit.jupiter.api.Test;

/** The pages say everything in both languages: each word that they name is there, and none is left over. */
class ConsoleWordsTest {

    private static final Path FOLDER = Path.of("src/main/resources/jinbo/console");
    private static final Pattern NAMED = Pattern.compile("#\\{([a-z][A-Za-z0-9.-]*)[}(]");
    private static final Pattern PUT_TOGETHER = Pattern.compile("#\\{\\$\\{'([a-z.-]+)' \\+");

    private final Properties english = read("words.properties");
    private final Properties chinese = read("words_zh.properties");

    @Test
    void bothLanguagesHaveTheSameWords() {
        assertThat(chinese.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
    }

    @Test
    void eachWordOfAPageIsThere() {
        assertThat(named())
                .isNotEmpty()
                .allSatisfy(
                        word -> assertThat(english.getProperty(word)).as(word).isNotBlank());
    }

    @Test
    void noWordIsLeftOver() {
        Set<String> used = named();
        List<String> beginnings = all(PUT_TOGETHER);
        assertThat(english.stringPropertyNames())
                .allSatisfy(word -> assertThat(
                                used.contains(word) || beginnings.stream().anyMatch(word::startsWith))
                        .as(word)
                        .isTrue());
    }

    @Test
    void whateverComesOutOfTheRecordsHasAWord() {
        Stream<String> words = Stream.of(
                        of("status.", ReceiptStatus.values()),
                        of("role.", Role.values()),
                        of("sector.", Sector.values()),
                        of("request.state.", RequestState.values()),
                        of("outcome.", RunOutcome.values()),
                        of("log.phase.", EntryPhase.values()),
                        of("event.entry-", EntryPhase.values()),
                        of("event.answer-", AnswerKind.values()),
                        of("event.decided-", HeldDecision.Kind.values()),
                        of("number.", NumberPage.Question.values()),
                        of("purpose.", CallPurpose.values()),
                        of("case.", CaseState.values()),
                        Stream.of("status.NONE", "outcome.RUNNING", "told.done", "told.incomplete", "told.not-done"),
                        Stream.of("keys.state.good", "keys.state.soon", "keys.state.over", "keys.state.revoked"),
                        Stream.of("event.written", "event.received", "event.archived"))
                .flatMap(some -> some);
        assertThat(words)
                .allSatisfy(
                        word -> assertThat(english.getProperty(word)).as(word).isNotBlank());
    }

    private static Stream<String> of(String beginning, Enum<?>[] values) {
        return Arrays.stream(values).map(value -> beginning + value.name());
    }

    private static Set<String> named() {
        return new TreeSet<>(all(NAMED));
    }

    private static List<String> all(Pattern pattern) {
        try (Stream<Path> pages = Files.list(FOLDER.resolve("pages"))) {
            return pages.flatMap(page -> pattern.matcher(text(page)).results().map(found -> found.group(1)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path page) {
        try {
            return Files.readString(page);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Properties read(String file) {
        try (Reader in = Files.newBufferedReader(FOLDER.resolve(file))) {
            Properties properties = new Properties();
            properties.load(in);
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
