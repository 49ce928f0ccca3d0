package jinbo.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import jinbo.reference.phone.PhoneDigits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CaseNumberTest {

    private static final CaseNumber NUMBER = new CaseNumber("C2026-7KQ2M9XW-Y");
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "C2026-7KQ2M9XW-Y",
                " c2026-7kq2m9xw-y ",
                "C20267KQ2M9XWY",
                "C2026 7KQ2 M9XW Y",
                "c2o26-7kq2m9xw-y",
                "C2026–7KQ2M9XW–Y"
            })
    void isReadAsPeopleWriteIt(String typed) {
        assertThat(CaseNumber.typed(typed)).contains(NUMBER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "C",
                "7KQ2M9XW",
                "C2026-7KQ2M9XW",
                "C2026-7KQ2M9XW-YY",
                "D2026-7KQ2M9XW-Y",
                "C2026-7KQ2M9UW-Y"
            })
    void whatIsNoneIsNotTakenForOne(String typed) {
        assertThat(CaseNumber.typed(typed)).isEmpty();
    }

    @Test
    void detectsOneWrongCharacter() {
        String value = NUMBER.value();
        for (int place = 0; place < value.length(); place++) {
            if (value.charAt(place) == '-' || place == 0) {
                continue;
            }
            for (char other : ALPHABET.toCharArray()) {
                String misread = value.substring(0, place) + other + value.substring(place + 1);
                assertThat(CaseNumber.typed(misread).isPresent()).as(misread).isEqualTo(misread.equals(value));
            }
        }
    }

    @Test
    void constructorRefusesOtherSpellings() {
        assertThatIllegalArgumentException().isThrownBy(() -> new CaseNumber("c2026-7kq2m9xw-y"));
    }

    @Test
    void randomNumbersDifferAndLookLikeNoPhoneNumber() {
        Random random = new Random(20120921);
        Set<CaseNumber> drawn = new HashSet<>();
        for (int i = 0; i < 20_000; i++) {
            CaseNumber number = CaseNumber.random(2026, random);
            assertThat(CaseNumber.typed(number.value())).contains(number);
            assertThat(PhoneDigits.mayContainNumber(number.value()))
                    .as(number.value())
                    .isFalse();
            assertThat(PhoneDigits.masked("case " + number)).isEqualTo("case " + number);
            drawn.add(number);
        }
        assertThat(drawn).hasSize(20_000);
    }
}
