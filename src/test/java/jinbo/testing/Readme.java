package jinbo.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The commands that the README tells its readers to type. */
public final class Readme {

    private static final Pattern BLOCK = Pattern.compile("^```sh\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);

    private Readme() {}

    /** The blocks of shell commands under a heading, one after the other, as they are written. */
    public static String commandsUnder(String heading) {
        try {
            String text = Files.readString(Path.of("README.md"));
            int begin = text.indexOf("\n## " + heading + "\n");
            if (begin < 0) {
                throw new AssertionError("The README has no heading " + heading);
            }
            int next = text.indexOf("\n## ", begin + 1);
            String section = text.substring(begin, next < 0 ? text.length() : next);
            return BLOCK.matcher(section)
                    .results()
                    .map((MatchResult block) -> block.group(1))
                    .collect(Collectors.joining());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
