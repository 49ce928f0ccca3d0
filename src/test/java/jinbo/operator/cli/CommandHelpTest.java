package jinbo.operator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jinbo.operator.answer.Language;
import jinbo.operator.answer.Texts;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import picocli.CommandLine;

/** The help of each command and group is what {@code help/en.txt} and {@code help/zh.txt} show. */
class CommandHelpTest {

    @ParameterizedTest
    @EnumSource(Language.class)
    void isWhatTheFileShows(Language language) {
        String help = commands(Jinbo.commandLine(Texts.in(language)))
                .map(command -> "## " + command.getCommandSpec().qualifiedName() + "\n\n" + command.getUsageMessage())
                .collect(Collectors.joining("\n"))
                .replace("\r\n", "\n")
                .replaceAll("(?m) +$", "");

        assertThat(help).contains("## jinbo partner certificate send");
        ExpectedFile.in("help", language.name().toLowerCase(Locale.ROOT) + ".txt")
                .mustHold(help);
    }

    private static Stream<CommandLine> commands(CommandLine command) {
        return Stream.concat(
                Stream.of(command),
                command.getSubcommands().values().stream().distinct().flatMap(CommandHelpTest::commands));
    }
}
