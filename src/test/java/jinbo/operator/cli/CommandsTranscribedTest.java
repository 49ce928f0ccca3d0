package jinbo.operator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jinbo.operator.FileTask;
import jinbo.operator.answer.Language;
import jinbo.operator.answer.Texts;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** Each command that answers is typed in a story of {@code transcripts/}. */
class CommandsTranscribedTest {

    /** Those that are not, and why. */
    private static final Map<String, String> EXCEPTIONS = Map.of(
            "jinbo demo", "tells a story of its own, which DemoIT reads",
            "jinbo demo advance", "needs a demo that is served, beside which DemoStaysIT types it",
            "jinbo serve", "answers when it ends; ServePortalIT and ServeSftpIT start it");

    @Test
    void eachIsTypedInAStory() {
        CommandLine jinbo = Jinbo.commandLine(Texts.in(Language.EN));
        Set<String> typed = TranscriptFile.all().stream()
                .flatMap(file -> file.read().commands().stream())
                .map(line -> nameOf(jinbo, TypedLine.of(line).words()))
                .collect(Collectors.toSet());

        assertThat(answering(jinbo))
                .hasSizeGreaterThan(90)
                .containsAll(EXCEPTIONS.keySet())
                .allSatisfy(command -> assertThat(typed.contains(command) != EXCEPTIONS.containsKey(command))
                        .as(command)
                        .isTrue());
    }

    private static Set<String> answering(CommandLine command) {
        Set<String> names = new TreeSet<>();
        commands(command)
                .filter(one -> one.getCommand() instanceof Serve
                        || one.getCommand() instanceof FileTask
                        || one.getCommand() instanceof RunDemo
                        || one.getCommand() instanceof OperationCommand)
                .forEach(one -> names.add(one.getCommandSpec().qualifiedName()));
        return names;
    }

    private static Stream<CommandLine> commands(CommandLine command) {
        return Stream.concat(
                Stream.of(command),
                command.getSubcommands().values().stream().distinct().flatMap(CommandsTranscribedTest::commands));
    }

    private static String nameOf(CommandLine jinbo, List<String> words) {
        List<String> name = new ArrayList<>(List.of("jinbo"));
        Optional<CommandLine> command = Optional.of(jinbo);
        for (String word : words) {
            command = command.map(CommandLine::getSubcommands).map(known -> known.get(word));
            if (command.isEmpty()) {
                break;
            }
            name.add(word);
        }
        return String.join(" ", name);
    }
}
