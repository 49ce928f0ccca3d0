package jinbo.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Names of test classes: those that are there, and those that the pages of the documentation give. */
final class TestNames {

    private static final Path SOURCES = Path.of("src/test/java");

    /** A class or a pattern of such as Maven takes it, for example {@code jinbo.exchange.openpgp.*Test}, and no word in capitals. */
    private static final Pattern NAME = Pattern.compile("(?<![A-Z_])(?![A-Z_]+\\b)[\\w.*]+(?:Test|IT)\\b");

    private TestNames() {}

    /** The README and all pages of {@code docs/}. */
    static List<Path> pages() {
        return Stream.concat(Stream.of(Path.of("README.md")), filesBelow(Path.of("docs"), ".md"))
                .toList();
    }

    /** The test classes that are there, each with its package and without. */
    static Set<String> existing() {
        return filesBelow(SOURCES, ".java")
                .map(file -> SOURCES.relativize(file).toString().replace(".java", ""))
                .flatMap(name -> Stream.of(name.replace('/', '.'), name.substring(name.lastIndexOf('/') + 1)))
                .collect(Collectors.toSet());
    }

    /** The names and patterns in a text that mean none of these classes. */
    static Set<String> missing(String text, Set<String> classes) {
        return NAME.matcher(text)
                .results()
                .map(MatchResult::group)
                .filter(name -> classes.stream().noneMatch(asPattern(name).asMatchPredicate()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Pattern asPattern(String name) {
        return Pattern.compile(name.replace(".", "\\.").replace("*", ".*"));
    }

    private static Stream<Path> filesBelow(Path folder, String ending) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending)).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
