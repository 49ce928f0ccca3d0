package jinbo.consumer.portal;

import static jinbo.testing.PageMessages.each;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jinbo.cases.CallComplaintError;
import jinbo.cases.CallPurpose;
import jinbo.cases.CaseRuling;
import jinbo.cases.CaseState;
import jinbo.cases.ViolationGround;
import jinbo.exchange.format.Term;
import jinbo.reference.phone.MobileParseResult;
import jinbo.testing.PageMessages;
import org.junit.jupiter.api.Test;

/** Each message exists in both languages and is used. */
class PortalMessagesTest {

    private static final PageMessages PAGES = new PageMessages(Path.of("src/main/resources/jinbo/consumer/portal"));
    private static final Pattern NAMED = Pattern.compile("#\\{([a-z][A-Za-z0-9.-]*)[}(]");
    private static final Pattern PUT_TOGETHER = Pattern.compile("'([a-z.-]+\\.)' \\+");
    private static final Pattern PLACE = Pattern.compile("\\{(\\d)[,}]");

    /** Keys computed from outcomes. */
    private static final List<String> SAID =
            List.of("number.", "code.", "choose.", "complain.", "complaints.", "association");

    private final Properties english = PAGES.of("messages.properties");
    private final Properties chinese = PAGES.of("messages_zh.properties");

    @Test
    void bothLanguagesHaveTheSameMessagesAndArguments() {
        assertThat(chinese.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
        assertThat(english.stringPropertyNames())
                .allSatisfy(registration -> assertThat(places(chinese.getProperty(registration)))
                        .as(registration)
                        .isEqualTo(places(english.getProperty(registration))));
    }

    @Test
    void pagesUseExactlyTheDefinedMessages() {
        Set<String> named = new TreeSet<>(PAGES.found(NAMED));
        List<String> beginnings = PAGES.found(PUT_TOGETHER);
        assertThat(named)
                .isNotEmpty()
                .allSatisfy(registration -> assertThat(english.getProperty(registration))
                        .as(registration)
                        .isNotBlank());
        assertThat(english.stringPropertyNames())
                .allSatisfy(registration -> assertThat(named.contains(registration)
                                || beginnings.stream().anyMatch(registration::startsWith)
                                || SAID.stream().anyMatch(registration::startsWith))
                        .as(registration)
                        .isTrue());
    }

    @Test
    void everyCodeHasAMessage() {
        Stream<String> words = Stream.of(
                        each("number.", MobileParseResult.Problem.values()),
                        each("purpose.", CallPurpose.values()),
                        each("case.", CaseState.values()),
                        each("outcome.", CaseRuling.values()),
                        each("outcome.ground.", ViolationGround.values()),
                        each("next.", CaseState.values()),
                        Arrays.stream(CaseState.values())
                                .filter(CaseState::isDecided)
                                .map(state -> "next." + state + ".last"),
                        each("complain.", CallComplaintError.values()),
                        Arrays.stream(Term.values()).map(term -> "term." + term.text()),
                        Stream.of(
                                "number.ELSEWHERE",
                                "code.too-many",
                                "code.not-sent",
                                "code.missing",
                                "complain.when.day",
                                "complain.when.time",
                                "complain.no-consent"),
                        Stream.of("choose.nobody", "choose.no-consent"))
                .flatMap(some -> some);
        assertThat(words)
                .allSatisfy(registration -> assertThat(english.getProperty(registration))
                        .as(registration)
                        .isNotBlank());
    }

    /** Spring treats messages with arguments as patterns, in which an apostrophe begins a quotation. */
    @Test
    void doublesApostrophesInMessagesWithArguments() {
        assertThat(english.stringPropertyNames()).allSatisfy(registration -> {
            String text = english.getProperty(registration).replace("''", "");
            if (places(text).isEmpty()) {
                assertThat(english.getProperty(registration)).as(registration).doesNotContain("''");
            } else {
                assertThat(text).as(registration).doesNotContain("'");
            }
        });
    }

    private static Set<String> places(String text) {
        Set<String> places = new TreeSet<>();
        Matcher place = PLACE.matcher(text);
        while (place.find()) {
            places.add(place.group(1));
        }
        return places;
    }
}
