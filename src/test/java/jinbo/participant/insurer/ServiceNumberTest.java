package jinbo.participant.insurer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServiceNumberTest {

    @ParameterizedTest
    @CsvSource({
        "95519, 95519, 95519",
        "' 400-812 3123 ', 4008123123, 400-812-3123",
        "4008–123–123, 4008123123, 400-812-3123",
        "010-65551234, 01065551234, 01065551234",
        "110, 110, 110"
    })
    void isReadAsPeopleWriteIt(String written, String digits, String grouped) {
        ServiceNumber read = ServiceNumber.parse(written);

        assertThat(read.digits()).isEqualTo(digits);
        assertThat(read).hasToString(grouped);
        assertThat(ServiceNumber.parse(read.toString())).isEqualTo(read);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "95", "1234567890123", "95519x", "+95519", "９５５１９", "138-1000-1234", "013810001234"})
    void isNothingElse(String written) {
        assertThatThrownBy(() -> ServiceNumber.parse(written)).isInstanceOf(IllegalArgumentException.class);
    }
}
