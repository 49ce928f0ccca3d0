package jinbo.consumer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegistrationReferenceTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"7Q4M-2XK1-9DA0", "7q4m2xk19da0", " 7Q4M 2XKI 9DAO ", "7q4m-2xkl-9dao", "7Q-4M-2X-K1-9D-A0"})
    void itIsReadAsPeopleTypeIt(String typed) {
        assertThat(RegistrationReference.read(typed)).hasValue(new RegistrationReference("7Q4M-2XK1-9DA0"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "7Q4M-2XK1-9DA",
                "7Q4M-2XK1-9DA00",
                "7Q4M-2XK1-9DAU",
                "7Q4M-2XK1-9DA'",
                "../../../etc",
                "７Q4M-2XK1-9DA0",
                "%%%%%%%%%%%%"
            })
    void whatIsNoneIsNotRead(String typed) {
        assertThat(RegistrationReference.read(typed)).isEmpty();
    }

    @Test
    void refusesOtherTexts() {
        assertThatThrownBy(() -> new RegistrationReference("7q4m-2xk1-9da0"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void randomReferencesDifferAndCanBeParsed() {
        Set<RegistrationReference> drawn = new HashSet<>();
        for (int i = 0; i < 10_000; i++) {
            RegistrationReference reference = RegistrationReference.draw();
            drawn.add(reference);
            assertThat(RegistrationReference.read(reference.toString())).hasValue(reference);
        }
        assertThat(drawn).hasSize(10_000);
    }
}
