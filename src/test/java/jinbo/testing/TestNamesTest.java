package jinbo.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A reader who looks for a test that a page names finds it. */
class TestNamesTest {

    static Stream<Path> pages() {
        return TestNames.pages().stream();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void eachTestThatAPageNamesIsThere(Path page) throws IOException {
        assertThat(TestNames.missing(Files.readString(page), TestNames.existing()))
                .as("test classes that %s names and that are not there", page)
                .isEmpty();
    }

    @Test
    void thePagesAreTheReadmeAndAllInDocs() {
        assertThat(pages()).contains(Path.of("README.md"), Path.of("docs/developers/testing.md"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '"',
            value = {
                "`DropIT` shows it; \"\"",
                "`GoneIT` shows it; GoneIT",
                "see GoneTest; GoneTest",
                "mvn test -Dtest=GoneTest#stays; GoneTest",
                "mvn verify -Dit.test='DropIT,GoneIT'; GoneIT",
                "mvn test -Dtest='jinbo.exchange.sftp.*IT'; \"\"",
                "mvn test -Dtest='jinbo.gone.*IT'; jinbo.gone.*IT",
                "mvn verify -Dit.test='Dr*IT'; \"\"",
                "mvn verify -Dit.test='Go*IT'; Go*IT",
                "PIT and LONGEST_WAIT are no tests; \"\"",
            })
    void aTestThatIsNotThereIsFoundHoweverAPageNamesIt(String text, String missing) {
        assertThat(TestNames.missing(text, Set.of("DropIT", "jinbo.exchange.sftp.DropIT")))
                .isEqualTo(missing.isEmpty() ? Set.of() : Set.of(missing));
    }
}
