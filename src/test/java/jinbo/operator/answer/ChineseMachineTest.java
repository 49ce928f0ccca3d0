package jinbo.operator.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated("The default locale is that of the whole process")
class ChineseMachineTest {

    @Test
    void englishStaysEnglish() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.CHINA);
            assertThat(Texts.in(Language.EN).of("word.yes")).isEqualTo("yes");
            assertThat(Language.askedForIn("status")).isEqualTo(Language.ZH);
            assertThat(Language.askedForIn("status", "--lang", "en")).isEqualTo(Language.EN);
        } finally {
            Locale.setDefault(before);
        }
    }
}
