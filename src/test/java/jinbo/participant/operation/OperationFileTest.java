package jinbo.participant.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import jinbo.participant.staff.Request;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OperationFileTest {

    @TempDir
    private Path folder;

    @Test
    void aHyphenStandsForWhatIsToldInstead() throws IOException {
        Path letter = Files.writeString(folder.resolve("letter.txt"), "他们又打来了");

        assertThat(OperationFile.parse("-").or(new StringReader("told")).text(10))
                .isEqualTo("told");
        assertThat(OperationFile.parse(letter.toString())
                        .or(new StringReader("told"))
                        .text(10))
                .isEqualTo("他们又打来了");
    }

    @Test
    void describesAndReadsTheSameText() throws IOException {
        OperationFile told = OperationFile.parse("-").or(new StringReader("他们又打来了"));

        Request.StoredFile described = told.describe(0);

        assertThat(told.text(10)).isEqualTo("他们又打来了");
        Path letter = Files.writeString(folder.resolve("-"), told.text(10));
        assertThat(described).isEqualTo(new OperationFile(letter).describe(0));
    }

    @Test
    void noMoreIsReadThanIsAskedFor() throws IOException {
        assertThat(OperationFile.parse("-").or(new StringReader("told")).text(3))
                .isEqualTo("tol");
    }

    @Test
    void whatIsNoTextIsRefused() throws IOException {
        Path letter = Files.write(folder.resolve("letter.txt"), "他们又打来了".getBytes(Charset.forName("GB18030")));

        assertThatExceptionOfType(CharacterCodingException.class).isThrownBy(() -> new OperationFile(letter).text(10));
        assertThatExceptionOfType(NoSuchFileException.class)
                .isThrownBy(() -> new OperationFile(folder.resolve("none")).text(10));
    }
}
