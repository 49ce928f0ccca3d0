package jinbo;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Relative links in the repository's pages, and pages that code names, lead to what is there. */
class DocumentLinksTest {

    private static final Path ROOT = Path.of("").toAbsolutePath();

    private static final Pattern CODE_BLOCK =
            Pattern.compile("^( *)(```+|~~~+).*?^ *\\2 *$", Pattern.MULTILINE | Pattern.DOTALL);

    private static final Pattern CODE_SPAN = Pattern.compile("(`+)[^`]+\\1");

    /** {@code [text](target "title")}, and {@code [text]: target} on a line of its own. */
    private static final Pattern LINK =
            Pattern.compile("\\]\\(\\s*<?([^)\\s>]+)>?[^)]*\\)|^ {0,3}\\[[^\\]]+]: *<?([^\\s>]+)", Pattern.MULTILINE);

    private static final Pattern ABSOLUTE = Pattern.compile("[a-zA-Z][a-zA-Z0-9+.-]*:.*|//.*");

    private static final Pattern HEADING = Pattern.compile("^ {0,3}#{1,6} +(.+?)(?: +#+)? *$", Pattern.MULTILINE);

    private static final Pattern HTML_ANCHOR = Pattern.compile("<a (?:id|name)=\"([^\"]+)\"");

    /** A page or a file of settings that code, a message or a script names. */
    private static final Pattern NAMED =
            Pattern.compile("(?<![\\w./>-])(?:docs|jobs|exchange-formats)/[\\w/-]+\\.(?:md|yaml|service)");

    static List<Path> pages() {
        return files(ROOT, ".md");
    }

    @ParameterizedTest
    @MethodSource("pages")
    void relativeLinksLeadToFilesAndHeadingsThatAreThere(Path page) {
        assertThat(brokenLinks(page)).as("%s", page).isEmpty();
    }

    @Test
    void pagesThatSourcesNameAreThere() {
        Map<String, List<String>> missing = new HashMap<>();
        Stream.of("src", ".ci")
                .flatMap(folder -> files(ROOT.resolve(folder), "").stream())
                .filter(file -> !file.toString().endsWith(".md"))
                .forEach(file -> {
                    List<String> names = text(file)
                            .lines()
                            // most lines have none, and the pattern is slow
                            .filter(line -> line.contains("/"))
                            .flatMap(line -> NAMED.matcher(line).results())
                            .map(MatchResult::group)
                            .filter(name -> !Files.exists(ROOT.resolve(name)))
                            .toList();
                    if (!names.isEmpty()) {
                        missing.put(ROOT.relativize(file).toString(), names);
                    }
                });

        assertThat(missing).isEmpty();
    }

    @Test
    void chineseReadmeHasAsManyHeadingsAsTheEnglishOne() {
        assertThat(headings(ROOT.resolve("README.zh.md")))
                .hasSameSizeAs(headings(ROOT.resolve("README.md")))
                .isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            An exchange of your own          | an-exchange-of-your-own
            5. Backup and restore           | 5-backup-and-restore
            `portal.yaml`                    | portalyaml
            The portal's role, *new*         | the-portals-role-new
            See [the page](x.md#y) & `a_b`   | see-the-page--a_b
            日常 检查：名单                  | 日常-检查名单
            """)
    void makesAnchorsAsGitHubDoes(String heading, String anchor) {
        assertThat(anchor(heading)).isEqualTo(anchor);
    }

    private static List<String> brokenLinks(Path page) {
        String prose = CODE_SPAN.matcher(withoutCodeBlocks(page)).replaceAll("code");
        return LINK.matcher(prose)
                .results()
                .map(link -> link.group(1) == null ? link.group(2) : link.group(1))
                .filter(target -> !ABSOLUTE.matcher(target).matches() && !leads(page, target))
                .toList();
    }

    private static boolean leads(Path page, String target) {
        int hash = target.indexOf('#');
        String name = hash < 0 ? target : target.substring(0, hash);
        Path file = name.isEmpty() ? page : page.getParent().resolve(name).normalize();
        return file.startsWith(ROOT)
                && Files.exists(file)
                && (hash < 0
                        || !file.toString().endsWith(".md")
                        || anchors(file).contains(target.substring(hash + 1)));
    }

    private static Set<String> anchors(Path page) {
        Set<String> anchors = new HashSet<>();
        Map<String, Integer> used = new HashMap<>();
        for (String heading : headings(page)) {
            String anchor = anchor(heading);
            int before = used.merge(anchor, 1, Integer::sum) - 1;
            anchors.add(before == 0 ? anchor : anchor + "-" + before);
        }
        HTML_ANCHOR.matcher(withoutCodeBlocks(page)).results().forEach(found -> anchors.add(found.group(1)));
        return anchors;
    }

    /** The text in small letters; of other characters than letters, digits, underscores and hyphens only spaces stay, as hyphens. */
    private static String anchor(String heading) {
        return heading.replaceAll("\\[([^\\]]*)]\\([^)]*\\)", "$1")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{M}\\p{N}\\p{Pc}\\- ]", "")
                .replace(' ', '-');
    }

    private static List<String> headings(Path page) {
        return HEADING.matcher(withoutCodeBlocks(page))
                .results()
                .map(heading -> heading.group(1))
                .toList();
    }

    private static String withoutCodeBlocks(Path page) {
        return CODE_BLOCK.matcher(text(page)).replaceAll("");
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, file.toString().endsWith(".md") ? UTF_8 : ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
    }

    /** Those below a folder, but for what a build makes and what Git keeps. */
    private static List<Path> files(Path folder, String ending) {
        List<Path> files = new ArrayList<>();
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path entered, BasicFileAttributes attributes) {
                    return entered.equals(ROOT.resolve("target")) || entered.equals(ROOT.resolve(".git"))
                            ? FileVisitResult.SKIP_SUBTREE
                            : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (file.toString().endsWith(ending)) {
                        files.add(file);
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }
}
