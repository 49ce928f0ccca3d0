package jinbo.operator.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordedSentencesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "complaints become registrations | 投诉登记入库",
                "the holder chooses, with consent to the wording 2026-11-lines | 机主作出选择，同意文本版本 2026-11-lines",
                "it has left on 2026-11-02; its successor is YUNHE | 已于 2026-11-02 退出，由 YUNHE 承继",
                "it has left on 2026-11-02 | 已于 2026-11-02 退出",
                "no gateway has accepted 2 message(s) (the gateway did not answer); the next run tries again"
                        + " | 有 2 条短信没有网关接收（the gateway did not answer）；下次运行再试",
                "complaints-YUNHE-20261124-001.csv.pgp: the disk of the database is full; free disk space and run again"
                        + " | complaints-YUNHE-20261124-001.csv.pgp：数据库的磁盘已满；请清理后再次运行",
            })
    void recordedSentenceIsShownInChinese(String recorded, String chinese) {
        assertThat(RecordedSentences.in(recorded, Locale.CHINESE)).isEqualTo(chinese);
    }

    @Test
    void recordedErrorIsShownInChinese() {
        assertThat(RecordedSentences.in(CommandError.values()[0].pattern(Locale.ROOT), Locale.CHINESE))
                .containsPattern("\\p{IsHan}");
    }

    @Test
    void otherWordsAndOtherLanguagesStayAsRecorded() {
        assertThat(RecordedSentences.in("the consumer asked by telephone", Locale.CHINESE))
                .isEqualTo("the consumer asked by telephone");
        assertThat(RecordedSentences.in("complaints become registrations", Locale.ENGLISH))
                .isEqualTo("complaints become registrations");
    }
}
