package jinbo.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The commands that pages tell their readers to type. */
public final class Readme {

    private Readme() {}

    /** The blocks in a language under a heading of a page, one after the other, as they are written. */
    public static String blocksUnder(Path page, String heading, String language) {
        return String.join("", listUnder(page, heading, language));
    }

    /** The same, one by one. */
    public static List<String> listUnder(Path page, String heading, String language) {
        try {
            String text = Files.readString(page);
            int begin = text.indexOf("\n## " + heading + "\n");
            if (begin < 0) {
                throw new AssertionError(page + " has no heading " + heading);
            }
            int next = text.indexOf("\n## ", begin + 1);
            String section = text.substring(begin, next < 0 ? text.length() : next);
            return Pattern.compile("^```" + language + "\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL)
                    .matcher(section)
                    .results()
                    .map((MatchResult block) -> block.group(1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
