package jinbo.testing;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Pages and the words on them, as they stand in a folder.
 *
 * @param folder with {@code messages.properties}, the same in Chinese, and the pages
 */
public record PageMessages(Path folder) {

    /** Those of a file. */
    public Properties of(String file) {
        try (Reader in = Files.newBufferedReader(folder.resolve(file))) {
            Properties properties = new Properties();
            properties.load(in);
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the first group of a pattern has found on all pages. */
    public List<String> found(Pattern pattern) {
        try (Stream<Path> pages = Files.list(folder.resolve("pages"))) {
            return pages.flatMap(page -> pattern.matcher(text(page)).results().map(found -> found.group(1)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A word for each value, after the same beginning. */
    public static Stream<String> each(String beginning, Enum<?>[] values) {
        return Arrays.stream(values).map(value -> beginning + value.name());
    }

    private static String text(Path page) {
        try {
            return Files.readString(page);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
