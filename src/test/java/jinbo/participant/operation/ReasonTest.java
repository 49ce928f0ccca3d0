package jinbo.participant.operation;

import static jinbo.testing.ExpectedError.error;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jinbo.participant.staff.StaffError;
import jinbo.participant.staff.StaffException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReasonTest {

    @Test
    void hasAtMostFiveHundredCharacters() {
        assertThat(new Reason("云".repeat(500)).text()).hasSize(500);
        assertThat(new AccessPurpose("云".repeat(500)).text()).hasSize(500);
        refuse("云".repeat(501));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000b", "two\nlines", "half a character: \ud800", "\u0085"})
    void hasNoCharactersThatCannotBeStored(String text) {
        refuse(text);
    }

    private static void refuse(String text) {
        assertThatExceptionOfType(StaffException.class)
                .isThrownBy(() -> new Reason(text))
                .is(error(StaffError.REASON_NOT_STORABLE));
        assertThatExceptionOfType(InvalidOperationException.class)
                .isThrownBy(() -> new AccessPurpose(text))
                .is(error(OperationError.REASON_UNUSABLE));
    }
}
