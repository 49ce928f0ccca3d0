package jinbo.accesslog.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.ResourceBundle;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class VerifierMessagesTest {

    private static final ResourceBundle ENGLISH = VerifierMessages.bundle(Locale.ROOT);
    private static final ResourceBundle CHINESE = VerifierMessages.bundle(Locale.SIMPLIFIED_CHINESE);
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");
    private static final Pattern PLACE = Pattern.compile("\\{\\d}");

    @Test
    void bothLanguagesSayTheSameThings() {
        assertThat(CHINESE.keySet()).isEqualTo(ENGLISH.keySet());
        assertThat(ENGLISH.keySet()).allSatisfy(key -> {
            assertThat(places(CHINESE.getString(key)))
                    .as(key)
                    .containsExactlyInAnyOrderElementsOf(
                            places(ENGLISH.getString(key)).toList());
            assertThat(ENGLISH.getString(key).replace("''", ""))
                    .as(key)
                    .doesNotContain("'")
                    .doesNotContainPattern(HAN);
            assertThat(CHINESE.getString(key)).as(key).containsPattern(HAN);
        });
    }

    @ParameterizedTest
    @EnumSource
    void everyFaultHasItsSentence(Fault fault) {
        assertThat(ENGLISH.containsKey("fault." + fault)).isTrue();
    }

    private static Stream<String> places(String text) {
        return PLACE.matcher(text).results().map(MatchResult::group).distinct();
    }
}
