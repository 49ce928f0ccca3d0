package jinbo.operator.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import jinbo.participant.insurer.InsurerCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Isolated("One of its tests sets the default locale, which is that of the whole process")
class AlertMessagesTest {

    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");
    private static final Pattern PLACE = Pattern.compile("\\{\\d}");
    private static final AlertMessages ENGLISH = AlertMessages.in(Locale.ROOT);
    private static final AlertMessages IN_CHINESE = AlertMessages.in(Locale.CHINESE);

    @ParameterizedTest
    @EnumSource
    void everyAlertHasItsSentenceInBothLanguages(Alert.Code code) {
        Alert alert = new Alert(code, Optional.of(new InsurerCode("YUNHE")), Optional.of("2012-10-11"));

        assertThat(ENGLISH.of(alert))
                .isNotBlank()
                .doesNotContainPattern(CHINESE)
                .doesNotContainPattern(PLACE);
        assertThat(IN_CHINESE.of(alert)).containsPattern(CHINESE).doesNotContainPattern(PLACE);
    }

    @ParameterizedTest
    @EnumSource
    void everyLevelShowsTheDaysLeft(ExpiryNotice.Level level) {
        LocalDate end = LocalDate.of(2012, 10, 31);
        Alert alert =
                Alert.about(Optional.empty(), Alert.Code.OWN_KEY_ENDS, new ExpiryNotice(end, level.days(), level));

        assertThat(ENGLISH.of(alert)).startsWith("[" + level + ", " + level.days() + " days left] ");
        assertThat(IN_CHINESE.of(alert)).startsWith("[" + level + "，剩余 " + level.days() + " 天] ");
    }

    @Test
    void whatIsOverSaysWhatItWas() {
        Alert alert = Alert.about(new InsurerCode("YUNHE"), Alert.Code.FILES_HELD, 2);

        assertThat(ENGLISH.ofExpiry(alert))
                .isEqualTo("Resolved: YUNHE: held files: 2. \"held list\" shows them. Release or refuse each.");
        assertThat(IN_CHINESE.ofExpiry(alert)).isEqualTo("已解除：YUNHE：待核文件 2 个，见 held list。请逐一放行或拒绝。");
    }

    @Test
    void bothLanguagesHaveTheSameKeysAndPlaceholders() {
        ResourceBundle english = ENGLISH.bundle();
        ResourceBundle chinese = IN_CHINESE.bundle();

        assertThat(chinese.keySet()).isEqualTo(english.keySet());
        assertThat(english.keySet())
                .allSatisfy(key -> assertThat(places(chinese.getString(key)))
                        .as(key)
                        .containsExactlyInAnyOrderElementsOf(places(english.getString(key))));
    }

    @Test
    void everySentenceBelongsToAnAlert() {
        assertThat(ENGLISH.bundle().keySet())
                .filteredOn(key -> !key.startsWith("notice.") && !key.equals("over"))
                .hasSize(Alert.Code.values().length);
    }

    @Test
    void sentencesDoubleTheirApostrophes() {
        assertThat(ENGLISH.bundle().keySet())
                .allSatisfy(key -> assertThat(ENGLISH.bundle().getString(key).replace("''", ""))
                        .as(key)
                        .doesNotContain("'"));
    }

    @Test
    void englishStaysEnglishOnAChineseMachine() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.CHINA);
            assertThat(AlertMessages.in(Locale.ROOT).bundle().getString("over")).doesNotContainPattern(CHINESE);
        } finally {
            Locale.setDefault(before);
        }
    }

    private static List<String> places(String text) {
        return PLACE.matcher(text).results().map(MatchResult::group).distinct().toList();
    }
}
