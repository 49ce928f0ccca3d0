package jinbo.operator.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Properties;
import java.util.regex.Pattern;
import jinbo.testing.PageMessages;
import org.junit.jupiter.api.Test;

/** The page of a request lists the arguments of each outline under a name. */
class RequestDataTest {

    private static final Pattern ARGUMENT = Pattern.compile("\\{(\\d)[,}]");

    private final Properties outlines =
            new PageMessages(Path.of("src/main/resources/jinbo/operator/answer")).of("messages.properties");
    private final Properties console =
            new PageMessages(Path.of("src/main/resources/jinbo/operator/console")).of("messages.properties");

    @Test
    void everyOutlineWithArgumentsIsListed() {
        assertThat(outlines.stringPropertyNames().stream()
                        .filter(key -> key.startsWith("would."))
                        .filter(key -> arguments(key) > 0)
                        .map(key -> key.substring("would.".length()))
                        .filter(key -> !key.startsWith("recovery-settle")))
                .containsExactlyInAnyOrderElementsOf(RequestData.NAMES.keySet());
    }

    @Test
    void everyArgumentIsListedOrStandsInTheSentenceThatIsShown() {
        assertThat(RequestData.NAMES).allSatisfy((key, names) -> {
            if (console.getProperty("request.effect." + key) == null) {
                assertThat(names.size()).as(key).isLessThanOrEqualTo(arguments("would." + key));
            } else {
                assertThat(names.size()).as(key).isEqualTo(arguments("would." + key));
            }
        });
    }

    @Test
    void everyNameHasAMessage() {
        assertThat(RequestData.NAMES.values().stream()
                        .flatMap(names -> names.stream())
                        .filter(name -> !name.equals("-")))
                .allSatisfy(name -> assertThat(console.getProperty("request.data." + name))
                        .as(name)
                        .isNotBlank());
    }

    private int arguments(String key) {
        return ARGUMENT.matcher(outlines.getProperty(key))
                .results()
                .mapToInt(found -> Integer.parseInt(found.group(1)) + 1)
                .max()
                .orElse(0);
    }
}
