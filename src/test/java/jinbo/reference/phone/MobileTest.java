package jinbo.reference.phone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MobileTest {

    @Test
    void segmentIsFirstSevenDigits() {
        assertThat(new Mobile(13810001234L).segment()).isEqualTo(1381000);
        assertThat(new Mobile(19999999999L).segment()).isEqualTo(1999999);
    }

    @Test
    void onlyDigitsRevealsTheNumber() {
        Mobile mobile = new Mobile(13810001234L);

        assertThat(mobile.digits()).isEqualTo("13810001234");
        assertThat(mobile.toString()).doesNotContain("381", "0001234");
        assertThat(new MobileParseResult.Read(mobile).toString()).doesNotContain("381", "0001234");
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -13810001234L, 12999999999L, 20000000000L, 1381000123L, Long.MAX_VALUE, Long.MIN_VALUE})
    void refusesOtherNumbersWithoutRepeatingThem(long value) {
        assertThat(Mobile.isMobile(value)).isFalse();
        assertThatThrownBy(() -> new Mobile(value))
                .isInstanceOf(IllegalArgumentException.class)
                .message()
                .doesNotContain(Long.toString(value));
    }

    @Test
    void sortsByNumber() {
        assertThat(new Mobile(13810001234L)).isLessThan(new Mobile(13810001235L));
    }
}
