package jinbo.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NightlyRunTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 8, 500})
    void allPartsTogetherHaveEachPieceOnce(int parts) {
        List<Integer> pieces = IntStream.range(0, 484).boxed().toList();

        Stream<Integer> all = IntStream.rangeClosed(1, parts)
                .boxed()
                .flatMap(number -> new NightlyRun.Part(number, parts).share(pieces).stream());

        assertThat(all.sorted()).isEqualTo(pieces);
    }

    @Test
    void partsTakePiecesInTurn() {
        assertThat(new NightlyRun.Part(2, 3).share(List.of("a", "b", "c", "d", "e")))
                .containsExactly("b", "e");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0/8", "9/8", "3", "3/", "/8", "3/8/2", "-1/8", ""})
    void refusesWhatNamesNoPart(String part) {
        assertThatThrownBy(() -> NightlyRun.Part.parse(part))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("nightly.part is ");
    }
}
