package jinbo.operator.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.ResourceBundle;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jinbo.batch.reconciliation.VerifiedRule;
import jinbo.operator.cli.Jinbo;
import jinbo.testing.CommandOutput;
import jinbo.testing.CommandSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

class BothLanguagesTest {

    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");
    private static final Pattern PLACE = Pattern.compile("\\{[a-z0-9_.]+(,[^}]*)?}");

    @Test
    void haveTheSameKeys() {
        assertThat(bundle(Language.ZH).keySet()).isEqualTo(bundle(Language.EN).keySet());
    }

    @Test
    void haveTheSamePlacesToFillIn() {
        ResourceBundle english = bundle(Language.EN);
        ResourceBundle chinese = bundle(Language.ZH);
        assertThat(english.keySet())
                .allSatisfy(key -> assertThat(places(chinese.getString(key)))
                        .as(key)
                        .containsExactlyInAnyOrderElementsOf(places(english.getString(key))));
    }

    @Test
    void onlyTheChineseOneIsChinese() {
        assertThat(bundle(Language.EN).keySet())
                .allSatisfy(key ->
                        assertThat(bundle(Language.EN).getString(key)).as(key).doesNotContainPattern(CHINESE));
        assertThat(bundle(Language.ZH).keySet())
                .filteredOn(key -> !bundle(Language.ZH).getString(key).matches("%n|[；，]?\\{\\w+}"))
                .allSatisfy(key ->
                        assertThat(bundle(Language.ZH).getString(key)).as(key).containsPattern(CHINESE));
    }

    @Test
    void sentencesDoubleTheirApostrophes() {
        ResourceBundle english = bundle(Language.EN);
        assertThat(english.keySet())
                .filteredOn(key -> key.matches("(wrong|allowed|failure|word|field)\\..*"))
                .allSatisfy(key -> assertThat(english.getString(key).replace("''", ""))
                        .as(key)
                        .doesNotContain("'"));
    }

    @ParameterizedTest
    @EnumSource
    void everyVerifiedRuleHasItsSentence(VerifiedRule rule) {
        assertThat(rule.in(Language.EN.locale())).isNotBlank().doesNotContainPattern(CHINESE);
        assertThat(rule.in(Language.ZH.locale())).containsPattern(CHINESE);
    }

    /** Properties would silently use the last of two equal keys. */
    @Test
    void noKeyStandsTwice() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/resources/jinbo"))) {
            List<Path> texts = files.filter(file -> file.toString().endsWith(".properties"))
                    .toList();
            assertThat(texts).hasSizeGreaterThan(10).allSatisfy(file -> {
                List<String> keys = Files.readAllLines(file).stream()
                        .filter(line -> !line.startsWith("#") && line.contains("="))
                        .map(line -> line.substring(0, line.indexOf('=')).strip())
                        .toList();
                assertThat(keys).as(file.toString()).isNotEmpty().doesNotHaveDuplicates();
            });
        }
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyCommandOptionAndParameterIsExplained(CommandLine command) {
        boolean chinese =
                command.getResourceBundle().getString("usage.optionListHeading").contains("选项");
        CommandLine.Model.CommandSpec spec = command.getCommandSpec();
        Stream<String[]> texts = Stream.of(
                        Stream.of(spec.usageMessage()).map(CommandLine.Model.UsageMessageSpec::description),
                        spec.options().stream().map(CommandLine.Model.OptionSpec::description),
                        spec.positionalParameters().stream().map(CommandLine.Model.PositionalParamSpec::description))
                .flatMap(stream -> stream);
        assertThat(texts.map(lines -> String.join(" ", lines)))
                .as(spec.qualifiedName())
                .isNotEmpty()
                .allSatisfy(text -> {
                    assertThat(text).isNotBlank();
                    assertThat(CHINESE.matcher(text).find()).as(text).isEqualTo(chinese);
                });
        assertThat(command.getUsageMessage()).contains(chinese ? "用法：jinbo" : "Usage: jinbo");
    }

    @ParameterizedTest
    @MethodSource("chineseCommands")
    void helpOfEveryCommandIsGivenWithoutAHome(CommandLine command) {
        String name = command.getCommandSpec().qualifiedName();
        String[] typed = Stream.concat(Stream.of(name.split(" ")).skip(1), Stream.of("--help"))
                .toArray(String[]::new);

        CommandOutput help = CommandSession.withoutHome().in("zh").type(typed);

        assertThat(help.exitCode()).isZero();
        assertThat(help.out()).contains("用法：" + name);
        assertThat(CommandSession.NO_HOME).doesNotExist();
    }

    static Stream<CommandLine> commands() {
        return Stream.of(Language.values()).flatMap(BothLanguagesTest::commandsIn);
    }

    static Stream<CommandLine> chineseCommands() {
        return commandsIn(Language.ZH);
    }

    private static Stream<CommandLine> commandsIn(Language language) {
        return withSubcommands(Jinbo.commandLine(language.locale()));
    }

    private static Stream<CommandLine> withSubcommands(CommandLine command) {
        return Stream.concat(
                Stream.of(command),
                command.getSubcommands().values().stream()
                        .filter(sub ->
                                sub.getCommand().getClass().getPackageName().startsWith("jinbo."))
                        .flatMap(BothLanguagesTest::withSubcommands));
    }

    private static ResourceBundle bundle(Language language) {
        return Texts.in(language).bundle();
    }

    private static List<String> places(String text) {
        return PLACE.matcher(text).results().map(MatchResult::group).distinct().toList();
    }
}
