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

/** The operator's handbook explains every alert. */
class AlertHandbookTest {

    private static final Pattern ROW =
            Pattern.compile("(?m)^\\| `([A-Z_]+)` \\| (?<meaning>.+?) \\| (?<remedy>.+?) \\|$");

    @Test
    void everyAlertHasOneRowAndViceVersa() throws IOException {
        assertThat(codes(section("operations.md"))).containsExactlyInAnyOrder(all());
    }

    @Test
    void theChinesePageHasThemAll() throws IOException {
        assertThat(codes(section("operations.zh.md"))).containsExactlyInAnyOrder(all());
    }

    private static String[] all() {
        return Arrays.stream(Code.values()).map(Enum::name).toArray(String[]::new);
    }

    private static List<String> codes(String section) {
        return ROW.matcher(section).results().map(found -> found.group(1)).toList();
    }

    private static String section(String name) throws IOException {
        String page = Files.readString(Path.of("docs/operators", name));
        int begin = page.indexOf("\n## 4. ");
        int end = page.indexOf("\n## 5. ");
        assertThat(begin).as(name).isBetween(0, end);
        return page.substring(begin, end);
    }
}
