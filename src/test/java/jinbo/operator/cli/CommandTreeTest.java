package jinbo.operator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import jinbo.operator.answer.Language;
import jinbo.operator.answer.Texts;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.operation.Operation;
import jinbo.participant.operation.OperationType;
import jinbo.participant.operation.SecretFile;
import jinbo.participant.staff.Duty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/** What holds for every command that can be typed, also for those that come later. */
class CommandTreeTest {

    private static final InsurerCode YUNHE = new InsurerCode("YUNHE");

    /** Words of a command line are seen by everybody who uses the machine, and are kept by shells. */
    @Test
    void noSecretIsEverTyped() {
        List<String> named = new ArrayList<>();
        List<String> typed = new ArrayList<>();
        commands().forEach(command -> {
            for (ArgSpec argument : command.getCommandSpec().args()) {
                String name = nameOf(argument).toLowerCase(Locale.ROOT);
                if (Stream.of("passphrase", "password", "secret", "pin", "token")
                        .anyMatch(name::contains)) {
                    named.add(name);
                    if (!isFile(argument)) {
                        typed.add(command.getCommandSpec().qualifiedName() + " " + name);
                    }
                }
            }
        });

        assertThat(typed).isEmpty();
        assertThat(named).contains("--password-file", "--new-passphrase-file", "--secret-key");
    }

    /** What is recorded and about one insurer is found by {@code audit search --insurer}. */
    @Test
    void whatIsRecordedAndAboutAnInsurerSaysSo() {
        List<String> say = new ArrayList<>();
        List<String> silent = new ArrayList<>();
        OperatorOperations.CATALOG.types().stream()
                .filter(type -> isRecorded(type.useCase().duty()))
                .filter(type -> type.parts().stream()
                        .anyMatch(part -> part.isOperand()
                                && part.arity() == OperationType.Arity.ONE
                                && part.valueType() == InsurerCode.class))
                .forEach(type -> (saysWhomItIsAbout(type) ? say : silent)
                        .add("jinbo " + type.useCase().name()));

        assertThat(silent).isEmpty();
        assertThat(say).contains("jinbo key add", "jinbo insurer suspend", "jinbo drop password");
    }

    @ParameterizedTest
    @CsvSource({
        "held list, held",
        "--lang zh held list, held",
        "--home=status held list, held",
        "--home status held list, held",
    })
    void makesTheTypedCommandAlone(String typed, String made) {
        assertThat(Jinbo.typedCommand(typed.split(" "))).containsExactly(made);
    }

    /** So that help lists them, and a mistake gets its suggestion. */
    @ParameterizedTest
    @ValueSource(strings = {"--help", "hold list", "--home held", "--version", "@file status"})
    void makesAllCommandsWhereItIsNotPlainWhichIsTyped(String typed) {
        assertThat(Jinbo.typedCommand(typed.split(" "))).contains("demo", "held", "status", "partner");
    }

    private static boolean isRecorded(Duty duty) {
        return duty.isDecision() && !duty.disclosesNumbers();
    }

    private static boolean saysWhomItIsAbout(OperationType type) {
        try {
            return type.type().getMethod("about").getDeclaringClass() != Operation.class;
        } catch (NoSuchMethodException e) {
            throw new AssertionError(e);
        }
    }

    private static Stream<CommandLine> commands() {
        return withSubcommands(Jinbo.commandLine(Texts.in(Language.EN)));
    }

    private static Stream<CommandLine> withSubcommands(CommandLine command) {
        return Stream.concat(
                Stream.of(command),
                command.getSubcommands().values().stream().flatMap(CommandTreeTest::withSubcommands));
    }

    private static String nameOf(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    }

    private static boolean isFile(ArgSpec argument) {
        Class<?> type = argument.auxiliaryTypes().length > 0 ? argument.auxiliaryTypes()[0] : argument.type();
        return type == Path.class || type == SecretFile.class;
    }
}
