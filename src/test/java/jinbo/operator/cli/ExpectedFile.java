package jinbo.operator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file that holds what the command line shows, so that a change of it is seen where it is reviewed. With {@code
 * -Djinbo.write-expected=true} it is written anew.
 *
 * @param path where it lies, from the project's folder on
 */
record ExpectedFile(Path path) {

    /** In a folder beside the tests of the command line. */
    static ExpectedFile in(String folder, String name) {
        return new ExpectedFile(
                Path.of("src/test/resources/jinbo/operator/cli").resolve(folder).resolve(name));
    }

    /** Requires that it holds this, or writes it. */
    void mustHold(String shown) {
        try {
            if (Boolean.getBoolean("jinbo.write-expected")) {
                Files.writeString(path, shown);
            }
            assertThat(path).hasContent(shown);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
