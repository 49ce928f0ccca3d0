package jinbo.operator.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import jinbo.operator.alert.Alert.Code;
import org.junit.jupiter.api.Test;

/** The operator's handbook says of every finding what it means and what to do. */
class AlertHandbookTest {

    private static final Pattern ROW =
            Pattern.compile("(?m)^\\| `([A-Z_]+)` \\| (?<meaning>.+?) \\| (?<remedy>.+?) \\|$");
    private static final Pattern CHINESE = Pattern.compile("(?m)^\\| `([A-Z_]+)` \\| ([^|]+) \\|$");

    @Test
    void everyFindingHasOneRowAndEveryRowAFinding() throws IOException {
        assertThat(codes(ROW, section("## 4. Findings", "## 5."))).containsExactlyInAnyOrder(all());
    }

    @Test
    void theChineseSectionHasThemAll() throws IOException {
        assertThat(codes(CHINESE, section("## 中文：每日", "\n## "))).containsExactlyInAnyOrder(all());
    }

    private static String[] all() {
        return Arrays.stream(Code.values()).map(Enum::name).toArray(String[]::new);
    }

    private static List<String> codes(Pattern row, String section) {
        return row.matcher(section).results().map(found -> found.group(1)).toList();
    }

    /** From one heading to the next, or to the end. */
    private static String section(String from, String to) throws IOException {
        String page = Files.readString(Path.of("docs/operators/operations.md"));
        int begin = page.indexOf(from);
        assertThat(begin).as(from).isNotNegative();
        int end = page.indexOf(to, begin + from.length());
        return page.substring(begin, end < 0 ? page.length() : end);
    }
}
