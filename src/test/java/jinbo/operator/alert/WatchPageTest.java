package jinbo.operator.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import jinbo.operator.alert.Alert.Code;
import jinbo.operator.alert.AlertOccurrences.AlertIdentity;
import jinbo.participant.insurer.InsurerCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The table of {@code jobs/watch.md} has every finding, and says of each what makes it another one. */
class WatchPageTest {

    private static final Pattern ROW = Pattern.compile("(?m)^\\| (`[A-Z_]+`(?:, `[A-Z_]+`)*) \\|.*\\| ?([^|]*?) ?\\|$");

    @Test
    void everyFindingIsInTheTableOnce() throws IOException {
        assertThat(rows().stream()
                        .flatMap(row ->
                                Arrays.stream(row.group(1).replace("`", "").split(", "))))
                .containsExactlyInAnyOrder(
                        Arrays.stream(Code.values()).map(Enum::name).toArray(String[]::new));
    }

    @ParameterizedTest
    @EnumSource
    void whatMakesItAnotherOneIsWhatTheTableSays(Code code) throws IOException {
        String newAgain = rows().stream()
                .filter(row -> row.group(1).contains("`" + code + "`"))
                .findFirst()
                .orElseThrow()
                .group(2);

        assertThat(!newAgain.isEmpty() && !newAgain.equals("each level"))
                .isEqualTo(!identity(code, "1").equals(identity(code, "2")));
    }

    private static AlertIdentity identity(Code code, String detail) {
        return AlertIdentity.of(Alert.about(new InsurerCode("YUNHE"), code, detail));
    }

    private static List<MatchResult> rows() throws IOException {
        return ROW.matcher(Files.readString(Path.of("jobs/watch.md"))).results().toList();
    }
}
