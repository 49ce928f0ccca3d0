package jinbo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A page and its Chinese counterpart ({@code NAME.md}, {@code NAME.zh.md}) have the same sections, the same commands and the same
 * names and codes, so that a change of one that forgets the other is found. Comments in commands are in the language of the page, so
 * they are not compared.
 */
class DocumentLanguagesTest {

    private static final Pattern BLOCK = Pattern.compile("^ *```.*?^ *```$", Pattern.MULTILINE | Pattern.DOTALL);
    private static final Pattern COMMENT = Pattern.compile("(^| +)# .*$", Pattern.MULTILINE);
    private static final Pattern HEADING = Pattern.compile("^(#{1,6}) .+$", Pattern.MULTILINE);
    private static final Pattern CODE = Pattern.compile("`([^`\n]+)`");

    /** Pages whose two languages are written for themselves: one screen each, not a reference. */
    private static final List<String> FREE = List.of("README.zh.md", "docs/consumers/README.zh.md");

    static Stream<Path> chinesePages() throws IOException {
        try (Stream<Path> docs = Files.walk(Path.of("docs"));
                Stream<Path> jobs = Files.walk(Path.of("jobs"));
                Stream<Path> formats = Files.walk(Path.of("exchange-formats"));
                Stream<Path> root = Files.list(Path.of(""))) {
            return Stream.of(docs, jobs, formats, root)
                    .flatMap(files -> files)
                    .filter(file -> file.toString().endsWith(".zh.md"))
                    .filter(file -> !FREE.contains(file.toString().replace('\\', '/')))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("chinesePages")
    void hasSectionsCommandsAndCodesOfTheEnglishPage(Path chinese) {
        String ours = text(chinese);
        String english = text(englishOf(chinese));

        assertThat(matches(HEADING, 1, BLOCK.matcher(ours).replaceAll("")))
                .as("levels of headings")
                .isEqualTo(matches(HEADING, 1, BLOCK.matcher(english).replaceAll("")));
        assertThat(commands(ours)).as("commands").isEqualTo(commands(english));
        assertThat(codes(ours)).as("names and codes").isEqualTo(codes(english));
    }

    @Test
    void everyFormatIsDescribedInChinese() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("exchange-formats"))) {
            assertThat(files.filter(file -> file.endsWith("README.md"))
                            .map(file -> file.resolveSibling("README.zh.md")))
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(file).exists());
        }
    }

    private static Path englishOf(Path chinese) {
        return chinese.resolveSibling(chinese.getFileName().toString().replace(".zh.md", ".md"));
    }

    private static List<String> commands(String page) {
        return matches(BLOCK, 0, page).stream()
                .map(block -> COMMENT.matcher(block).replaceAll(""))
                .toList();
    }

    private static TreeSet<String> codes(String page) {
        return new TreeSet<>(matches(CODE, 1, BLOCK.matcher(page).replaceAll("")));
    }

    private static List<String> matches(Pattern pattern, int group, String page) {
        return pattern.matcher(page)
                .results()
                .map((MatchResult match) -> match.group(group))
                .toList();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
