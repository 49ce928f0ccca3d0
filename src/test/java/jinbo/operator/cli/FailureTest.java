package jinbo.operator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import jinbo.testing.CommandOutput;
import jinbo.testing.CommandSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FailureTest {

    @Test
    void aDemoInAFolderThatIsNotItsOwnIsRefusedInOneSentence(@TempDir Path other) throws IOException {
        Path precious = Files.writeString(other.resolve("precious.txt"), "keep me");

        CommandOutput command = CommandSession.of(other).type("demo");

        assertThat(command.exitCode()).isEqualTo(1);
        assertThat(command.err())
                .isEqualTo("The demo needs its own folder, but this folder contains something else; name another one"
                        + " with --home ("
                        + other + ")\n");
        assertThat(precious).hasContent("keep me");
        assertThat(other).isDirectoryNotContaining(path -> !path.equals(precious));
    }

    @Test
    void aDemoOnAFileIsRefusedInOneSentence(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("a-file"), "");

        CommandOutput command = CommandSession.of(file).in("zh").type("demo");

        assertThat(command.exitCode()).isEqualTo(1);
        assertThat(command.err()).contains(file.toString()).hasLineCount(1).doesNotContain("\tat ");
    }

    @Test
    void whatNobodyExpectedIsToldInOneSentenceToo() {
        StringWriter err = new StringWriter();
        PrintWriter broken = new PrintWriter(new StringWriter()) {
            @Override
            public void print(String text) {
                throw new IllegalStateException("the terminal is gone");
            }

            @Override
            public void write(String text, int offset, int length) {
                throw new IllegalStateException("the terminal is gone");
            }
        };

        int exitCode = Jinbo.run(
                new Terminal(new StringReader(""), broken, new PrintWriter(err), false),
                Map.of(),
                "status",
                "--help",
                "--lang",
                "en",
                "--home",
                CommandSession.NO_HOME.toString());

        assertThat(exitCode).isEqualTo(1);
        assertThat(err.toString()).startsWith("Failed: IllegalStateException").hasLineCount(1);
    }
}
