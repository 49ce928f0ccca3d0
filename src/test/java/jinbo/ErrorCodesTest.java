package jinbo;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import jinbo.platform.error.ErrorCode;
import jinbo.testing.ProgramClasses;
import org.junit.jupiter.api.Test;

class ErrorCodesTest {

    private static final Path SOURCES = Path.of("src/main/java");
    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}|[，。；：（）“”]");
    private static final Pattern PLACE = Pattern.compile("\\{\\d+}");

    private static final List<Class<?>> ENUMS = ProgramClasses.ALL.stream()
            .filter(type -> type.isEnum() && type.isAssignableTo(ErrorCode.class))
            .<Class<?>>map(type -> type.reflect())
            .toList();

    @Test
    void everyErrorHasASentenceInEnglish() {
        assertThat(errors()).hasSizeGreaterThan(100).allSatisfy(error -> {
            String sentence = error.pattern(Locale.ROOT);
            assertThat(sentence).as(error.name()).isNotBlank().doesNotContainPattern(CHINESE);
            assertThat(sentence.replace("''", "")).as(error.name()).doesNotContain("'");
        });
    }

    @Test
    void everyErrorHasASentenceInChineseOfItsOwn() {
        assertThat(errors()).allSatisfy(error -> {
            String sentence = error.pattern(Locale.CHINESE);
            assertThat(sentence).as(error.name()).containsPattern(CHINESE);
            assertThat(places(sentence)).as(error.name()).isEqualTo(places(error.pattern(Locale.ROOT)));
        });
    }

    @Test
    void everySentenceBelongsToAnError() {
        Map<String, Set<String>> names = ENUMS.stream()
                .collect(Collectors.groupingBy(
                        Class::getPackageName,
                        Collectors.flatMapping(
                                type -> Stream.of(type.getEnumConstants()).map(Object::toString), Collectors.toSet())));
        names.forEach((area, expected) -> {
            for (Locale locale : List.of(Locale.ROOT, Locale.CHINESE)) {
                assertThat(ResourceBundle.getBundle(area + ".errors", locale).keySet())
                        .as("%s %s", area, locale)
                        .isEqualTo(expected);
            }
        });
    }

    /** The names are a contract with those who write scripts: one more is added to the file, none is changed. */
    @Test
    void codesAreThoseOfTheContract() throws IOException {
        List<String> contract = Files.readAllLines(Path.of("src/test/resources/jinbo/error-codes.txt"));

        assertThat(errors().map(ErrorCode::code).distinct().sorted()).containsExactlyElementsOf(contract);
    }

    @Test
    void statusesAreThoseOfErrors() {
        assertThat(errors()).allSatisfy(error -> {
            assertThat(error.httpStatus()).as(error.name()).isBetween(400, 599);
            assertThat(error.exitStatus()).as(error.name()).isEqualTo(1);
        });
    }

    @Test
    void everyErrorIsRaisedWithTheFactsThatItsSentenceTakes() throws IOException {
        Map<String, ErrorCode> byName = errors().collect(Collectors.toMap(
                error -> error.getClass().getSimpleName() + "." + error.name(), error -> error));
        Calls calls = new Calls(byName.keySet());
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
            ((JavacTask) compiler.getTask(
                            null, manager, null, null, null, manager.getJavaFileObjectsFromPaths(sources())))
                    .parse()
                    .forEach(source -> calls.scan(source, null));
        }

        assertThat(calls.found).extracting(Raised::name).hasSizeGreaterThan(byName.size() / 2);
        assertThat(calls.found)
                .allSatisfy(raised -> assertThat(raised.facts())
                        .as(raised.name())
                        .isEqualTo(new MessageFormat(byName.get(raised.name()).pattern(Locale.ROOT))
                                .getFormatsByArgumentIndex()
                                .length));
    }

    private record Raised(String name, int facts) {}

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            List<Path> naming = new ArrayList<>();
            for (Path file :
                    files.filter(any -> any.toString().endsWith(".java")).toList()) {
                if (Files.readString(file).contains("Error.")) {
                    naming.add(file);
                }
            }
            return naming;
        }
    }

    /** Calls that take an error and then its facts. */
    private static final class Calls extends TreeScanner<Void, Void> {

        private final Set<String> known;
        private final List<Raised> found = new ArrayList<>();

        Calls(Set<String> known) {
            this.known = known;
        }

        @Override
        public Void visitNewClass(NewClassTree node, Void unused) {
            add(node.getArguments(), 0);
            return super.visitNewClass(node, unused);
        }

        @Override
        public Void visitMethodInvocation(MethodInvocationTree node, Void unused) {
            String method = node.getMethodSelect().toString();
            if (Set.of("super", "ErrorMessage.of").contains(method)) {
                add(node.getArguments(), 0);
            } else if (method.matches("(.*\\.)?(problem|refuse)")) {
                add(node.getArguments(), 1);
            }
            return super.visitMethodInvocation(node, unused);
        }

        private void add(List<? extends ExpressionTree> arguments, int at) {
            if (arguments.size() > at) {
                new TreeScanner<Void, Void>() {
                    @Override
                    public Void visitMethodInvocation(MethodInvocationTree other, Void unused) {
                        return null;
                    }

                    @Override
                    public Void visitBinary(BinaryTree condition, Void unused) {
                        return null;
                    }

                    @Override
                    public Void visitMemberSelect(MemberSelectTree name, Void unused) {
                        if (known.contains(name.toString())) {
                            found.add(new Raised(name.toString(), arguments.size() - at - 1));
                        }
                        return null;
                    }
                }.scan(arguments.get(at), null);
            }
        }
    }

    private Stream<ErrorCode> errors() {
        return ENUMS.stream()
                .flatMap(type -> Stream.of(type.getEnumConstants()))
                .map(ErrorCode.class::cast);
    }

    private static Set<String> places(String text) {
        return PLACE.matcher(text).results().map(MatchResult::group).collect(Collectors.toCollection(TreeSet::new));
    }
}
