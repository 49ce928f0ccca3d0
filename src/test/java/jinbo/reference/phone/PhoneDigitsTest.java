package jinbo.reference.phone;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneDigitsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "13810001234.csv",
                "138-1000-1234",
                "138 1000 1234",
                "138 - 1000 - 1234",
                "138.1000.1234",
                "138－1000－1234",
                "138—1000—1234",
                "1 3 8 1 0 0 0 1 2 3 4",
                "+8613810001234",
                "+86(0)138/1000/1234",
                "0086 138 1000 1234",
                "0086-138.1000.1234",
                "１３８１０００１２３４",
                "１３８　１０００　１２３４",
                "①③⑧①⓪⓪⓪①②③④",
                "138\u200b1000\u200b1234",
                "138\u00a01000\u00a01234",
                "x913810001234",
                "a13810001234b",
                "\u0661\u0663\u0668\u0661\u0660\u0660\u0660\u0661\u0662\u0663\u0664",
                "010-65551234",
                "(010) 6555-1234",
                "86-10-65551234",
                "0311 6555 1234",
                "1381000123",
                "1381000123413810005678138100099991234567",
                "1381000123413810005678138100099991234567138100012341381000567890"
            })
    void masksNumbersThatCanBeDialled(String number) {
        String masked = PhoneDigits.masked("手机 " + number + "，请回复");

        assertThat(masked).startsWith("手机 ").endsWith("，请回复").contains("***");
        assertThat(masked).doesNotContainPattern("[\\p{Nd}\\p{No}]{3}");
        assertThat(PhoneDigits.mayContainNumber(number)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "complaints-YUNHE-20131231-001.csv.pgp",
                "receipt-complaints-YUNHE-20131231-001.10.json.pgp",
                "blocklist-YUNHE-00000001-full.csv.pgp",
                "blocklist-YUNHE-13800013-delta.csv.pgp",
                "2013-12-31T15:00:00.123456Z",
                "from 2013-12-31 to 2014-01-13",
                "9F86D081884C7D659A2FEAA0C55AD01512345678",
                "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b82213810001234f00a08",
                "投诉，第3行"
            })
    void keepsFileNamesDatesAndHashes(String text) {
        assertThat(PhoneDigits.masked(text)).isEqualTo(text);
    }

    @Test
    void masksOnlyTheDigits() {
        assertThat(PhoneDigits.masked("１号：138 1000 1234，２号：１３９１０００１２３４。𝟙")).isEqualTo("１号：***，２号：***。𝟙");
    }

    @Test
    void allowsDatesAndShortNumbersInReasons() {
        assertThat(PhoneDigits.mayContainNumber("rows 12, 15 and 230 of 2012-09-21, not of 2012-09-22"))
                .isFalse();
    }

    @Test
    void findsLandlinesInReasons() {
        assertThat(PhoneDigits.mayContainNumber("call 6555 1234")).isTrue();
        assertThat(PhoneDigits.mayContainNumber("电话 ６５５５－１２３４")).isTrue();
    }

    @Test
    void masksNumbersThatShareACharacter() {
        assertThat(PhoneDigits.masked("call 123456789½123456789.")).isEqualTo("call ******.");
    }

    @Test
    void masksHoweverManySeparatedDigits() {
        assertThat(PhoneDigits.masked("1 3" + " 1".repeat(200_000) + " end")).isEqualTo("*** end");
    }
}
