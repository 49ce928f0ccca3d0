package jinbo.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SalespersonTest {

    @ParameterizedTest
    @ValueSource(strings = {"S", "S-17", "BJ-2024-00123", "123456", "A1B2C3"})
    void aSignIsTheInsurersOwn(String sign) {
        assertThat(new Salesperson(sign)).hasToString(sign);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-S",
                "s-17",
                "王芳",
                "WANG FANG",
                "13810001234",
                "138-1000-1234",
                "1-3-8-1-0-0-0-1-2-34",
                "86-138-1000-1234",
                "010-6555-1234",
                "X6555123",
                "ABCDEFGHIJKLMNOPQRSTU"
            })
    void neverANameOrAPhoneNumber(String sign) {
        assertThat(Salesperson.isSign(sign)).isFalse();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Salesperson(sign))
                .withMessageNotContaining("1000");
    }
}
