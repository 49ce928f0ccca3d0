package jinbo.platform.error;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import jinbo.operator.answer.CommandError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordedSentencesTest {

    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "complaints become registrations | 投诉登记入库",
                "the holder chooses, with consent to the wording 2026-11-lines | 机主作出选择，同意文本版本 2026-11-lines",
                "it has left on 2026-11-02; its successor is YUNHE | 已于 2026-11-02 退出，由 YUNHE 承继",
                "it has left on 2026-11-02 | 已于 2026-11-02 退出",
                "no gateway has accepted 2 message(s) (the gateway did not answer); the next run tries again"
                        + " | 有 2 条短信没有网关接收（the gateway did not answer）；下次运行再试",
                "no gateway has accepted 2 message(s) (first: refused, it has answered 400;"
                        + " second: out of reach, it cannot be reached: ConnectException); the next run tries again"
                        + " | 有 2 条短信没有网关接收（first：拒绝，返回 400；second：无法接收，未能连接：ConnectException）；下次运行再试",
                "complaints-YUNHE-20261124-001.csv.pgp: the disk of the database is full; free disk space and run again"
                        + " | complaints-YUNHE-20261124-001.csv.pgp：数据库所在的磁盘已满；请腾出空间后再次运行",
                "The signing key 7A is known, but was not valid at 2026-03-02T01:00:00Z: its primary key is not good:"
                        + " it expired at 2026-03-01T01:00:00Z"
                        + " | 签名密钥 7A 已登记，但在 2026-03-02T01:00:00Z 不可用：其主密钥不可用：已于 2026-03-01T01:00:00Z 到期",
                "list-7.csv.pgp: Not blocklist/v1: field sequence is missing; tell the association"
                        + " | list-7.csv.pgp：不符合 blocklist/v1：缺少字段 sequence；请告知协会",
                "The certificate 7A holds a new revocation; its other changes cannot wait: 20 certificates of the insurer"
                        + " wait already; accept or refuse them first"
                        + " | 证书 7A 含有新的吊销声明，其他变更不能等待：该公司已有 20 份证书等待接受，请先接受或拒绝",
                "mail: the mail server cannot be reached with STARTTLS: ConnectException"
                        + " | mail：未能以 STARTTLS 方式连接邮件服务器：ConnectException",
            })
    void recordedSentenceIsShownInChinese(String recorded, String chinese) {
        assertThat(RecordedSentences.in(recorded, Locale.CHINESE)).isEqualTo(chinese);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "keys: other users can access it; keys/a: it belongs to another user"
                        + " | keys：其他用户可以访问；keys/a：属于其他用户",
                "1 TREE_DAMAGED, tile 3 of level 0; 2 ENTRY_CHANGED, at index 4"
                        + " | 1 TREE_DAMAGED，第 0 层的瓦片 3；2 ENTRY_CHANGED，索引 4",
                "every verified list has exactly the entries that follow from the registrations up to its revision:"
                        + " a.pgp: 10 entries recorded, 11 follow from the registrations;"
                        + " b.pgp: 5 rows recorded, 6 follow from the registrations"
                        + " | 每份被核验的名单均与截至其修订号的登记推导出的条目一致："
                        + "a.pgp：记录 10 条，由登记推导 11 条；b.pgp：记录 5 行，由登记推导 6 行",
            })
    void eachSentenceOfAListIsShownInChinese(String recorded, String chinese) {
        assertThat(RecordedSentences.in(recorded, Locale.CHINESE)).isEqualTo(chinese);
    }

    @Test
    void recordedErrorIsShownInChinese() {
        assertThat(RecordedSentences.in(CommandError.values()[0].pattern(Locale.ROOT), Locale.CHINESE))
                .containsPattern(CHINESE);
    }

    @Test
    void factsOfErrorsAreShownInTheLanguageOfTheError() {
        String fact = "a.txt: This holds a secret, and other users can access it; run: chmod 600 a";
        ErrorMessage message = ErrorMessage.of(CommandError.FILE_UNUSABLE, fact);

        assertThat(message.in(Locale.CHINESE)).isEqualTo("文件无法读写：a.txt：这是机密文件，而其他用户可以访问；请运行：chmod 600 a");
        assertThat(message.in(Locale.ROOT)).endsWith(": " + fact);
    }

    @ParameterizedTest
    @CsvSource({
        "the consumer asked by telephone",
        "it was revoked at the request of the insurer",
        "the insurer wants it; the number is gone",
        "block list: asked by telephone",
        "it is suspended: fraud",
        "checking the complaint with the insurer",
        "case decide --ruling=VIOLATION C2026-CASE0001-X",
        "line add --name=Health HEALTH",
        "''"
    })
    void wordsOfPeopleStayAsTheyAre(String typed) {
        assertThat(RecordedSentences.in(typed, Locale.CHINESE)).isEqualTo(typed);
    }

    @Test
    void otherLanguagesStayAsRecorded() {
        assertThat(RecordedSentences.in("complaints become registrations", Locale.ENGLISH))
                .isEqualTo("complaints become registrations");
    }

    /** Finds the sentences in the code, so that a new or changed one fails this test until it exists in Chinese. */
    @Test
    void sentencesOfTheCodeExistInChinese() throws IOException {
        Sentences sentences = new Sentences();
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null);
                Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            var sources = manager.getJavaFileObjectsFromPaths(
                    files.filter(file -> file.toString().endsWith(".java")).toList());
            ((JavacTask) compiler.getTask(null, manager, null, null, null, sources))
                    .parse()
                    .forEach(sentences::scan);
        }

        assertThat(sentences.found)
                .hasSizeGreaterThan(200)
                .allSatisfy(sentence -> assertThat(sentence.variants())
                        .as(sentence.file())
                        .anyMatch(text -> CHINESE.matcher(RecordedSentences.inChinese(text, true))
                                .find()));
    }

    /** @param variants the sentence with a time, and with nothing, in place of what is not a literal */
    private record Written(String file, List<String> variants) {}

    /** Finds the sentences in calls that show them to people, or record them. */
    private static final class Sentences extends TreeScanner<Void, Void> {

        private static final String VALUE = "2026-11-24T01:00:00Z";
        /** Without those that continue a sentence, or have no words of their own. */
        private static final Pattern WORDS = Pattern.compile("^(?![:;]).*[a-z]{2,} [a-z]{2,}");

        /** Names of methods and classes, and the place of the sentence among the arguments. */
        private static final Map<String, Integer> CALLS = Map.of(
                "EnvelopeException\\.(invalid|signer|tooLarge)", 0,
                "DeliveryFault\\.\\w+\\.found", 0,
                "(PartitionReport\\.)?WorkLeftException", 0,
                "Remark", 1,
                "LogFindingException", 1,
                "(FileAlreadyExists|NoSuchFile)Exception", 2);

        private final List<Written> found = new ArrayList<>();
        private String file = "";

        void scan(CompilationUnitTree source) {
            file = source.getSourceFile().getName();
            scan(source, null);
        }

        @Override
        public Void visitNewClass(NewClassTree node, Void unused) {
            add(node.getIdentifier().toString(), node.getArguments());
            return super.visitNewClass(node, unused);
        }

        @Override
        public Void visitMethodInvocation(MethodInvocationTree node, Void unused) {
            add(node.getMethodSelect().toString(), node.getArguments());
            return super.visitMethodInvocation(node, unused);
        }

        private void add(String name, List<? extends ExpressionTree> arguments) {
            CALLS.forEach((call, place) -> {
                if (name.matches(call) && arguments.size() > place) {
                    add(arguments.get(place), text -> text);
                }
            });
            if (name.equals("UnusableFileException") && arguments.size() == 2) {
                add(arguments.get(1), text -> text);
            }
            if (name.equals("IllegalArgumentException") && file.matches(".*(?<!Sanction)Settings\\.java")) {
                add(arguments.get(0), text -> text);
            }
            if (name.equals("FormatException")) {
                String place = texts(arguments.get(1), VALUE).get(0);
                add(arguments.get(2), text -> format((place.equals(VALUE) ? "line " : "") + place, text));
            }
            if (file.contains("exchange/format") && name.matches("(fields\\.)?wrong")) {
                add(
                        arguments.get(1),
                        text -> format("field " + texts(arguments.get(0), VALUE).get(0), text));
            }
            if (file.contains("exchange/format") && name.equals("fault")) {
                add(arguments.get(0), text -> format("line " + VALUE, text));
            }
        }

        private static String format(String place, String problem) {
            return place + " " + problem;
        }

        private void add(ExpressionTree sentence, UnaryOperator<String> whole) {
            List<String> withNumbers = texts(sentence, VALUE);
            List<String> without = texts(sentence, "");
            for (int i = 0; i < without.size(); i++) {
                if (WORDS.matcher(without.get(i)).find()) {
                    found.add(new Written(file, List.of(whole.apply(withNumbers.get(i)), whole.apply(without.get(i)))));
                }
            }
        }

        /** Returns the texts of an expression, one for each branch; {@code other} stands for what is not a literal. */
        private static List<String> texts(ExpressionTree expression, String other) {
            if (expression instanceof LiteralTree literal) {
                return List.of(String.valueOf(literal.getValue()));
            }
            if (expression instanceof ParenthesizedTree inner) {
                return texts(inner.getExpression(), other);
            }
            if (expression instanceof ConditionalExpressionTree either) {
                return Stream.of(either.getTrueExpression(), either.getFalseExpression())
                        .flatMap(branch -> texts(branch, other).stream())
                        .toList();
            }
            if (expression instanceof BinaryTree sum && sum.getKind() == Tree.Kind.PLUS) {
                return texts(sum.getLeftOperand(), other).stream()
                        .flatMap(left ->
                                texts(sum.getRightOperand(), other).stream().map(right -> left + right))
                        .toList();
            }
            return List.of(other);
        }
    }
}
