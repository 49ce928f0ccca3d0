package jinbo.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class CaseStateTest {

    @Test
    void allowsOnlyTransitionsOfTheRules() {
        String rules = Arrays.stream(CaseState.values())
                .map(state -> state + " -> "
                        + Arrays.stream(CaseState.values())
                                .filter(state::canBecome)
                                .map(CaseState::name)
                                .collect(Collectors.joining(" ")))
                .collect(Collectors.joining("\n"));

        assertThat(rules).isEqualTo("""
                OPEN -> OPEN SENT DISMISSED CLOSED
                SENT -> OPEN ANSWERED UPHELD DISMISSED CLOSED
                ANSWERED -> OPEN UPHELD DISMISSED CLOSED
                UPHELD -> APPEALED CLOSED
                DISMISSED -> APPEALED CLOSED
                APPEALED -> OPEN UPHELD DISMISSED
                CLOSED ->\s""");
    }
}
