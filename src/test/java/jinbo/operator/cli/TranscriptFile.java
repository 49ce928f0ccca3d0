package jinbo.operator.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A story of commands in {@code transcripts/}.
 *
 * @param name without ending
 */
record TranscriptFile(String name) {

    private static final String FOLDER = "transcripts";

    /** All of them, by name. */
    static List<TranscriptFile> all() {
        try (Stream<Path> files = Files.list(ExpectedFile.in(FOLDER, "").path())) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".txt") && !name.endsWith(".zh.txt"))
                    .map(name -> new TranscriptFile(name.replace(".txt", "")))
                    .sorted(java.util.Comparator.comparing(TranscriptFile::name))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The story, its answers in English and as JSON. */
    ExpectedFile english() {
        return ExpectedFile.in(FOLDER, name + ".txt");
    }

    /** Its answers in Chinese. */
    ExpectedFile chinese() {
        return ExpectedFile.in(FOLDER, name + ".zh.txt");
    }

    Transcript read() {
        try {
            return Transcript.of(Files.readAllLines(english().path()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
