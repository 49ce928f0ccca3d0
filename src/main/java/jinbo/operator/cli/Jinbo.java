package jinbo.operator.cli;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import jinbo.operator.SampleKeyUse;
import jinbo.operator.answer.Failure;
import jinbo.operator.answer.Language;
import jinbo.operator.answer.Texts;
import jinbo.operator.audit.AuditCommands;
import jinbo.operator.partner.PartnerCommands;
import jinbo.participant.operation.OperationType;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ScopeType;

/** The program: {@code jinbo [--home DIR] [--output text|json] [--lang en|zh] COMMAND}. */
@Command(
        name = "jinbo",
        scope = ScopeType.INHERIT,
        mixinStandardHelpOptions = true,
        versionProvider = Jinbo.ProgramVersion.class,
        sortOptions = false)
public final class Jinbo {

    private static final int USAGE_WIDTH = 110;

    /** In which order help lists the commands: what everybody needs first, then by what they are about. */
    private static final List<String> ORDER = List.of(
            "demo",
            "serve",
            "run",
            "status",
            "line",
            "insurer",
            "unit",
            "key",
            "drop",
            "held",
            "withdraw",
            "recovery",
            "register",
            "change",
            "cancel",
            "release",
            "show",
            "lookup",
            "case",
            "sanction",
            "registry",
            "audit",
            "calendar",
            "segments",
            "person",
            "confirm",
            "partner");

    @Mixin
    private GlobalOptions options = new GlobalOptions();

    private Jinbo() {}

    GlobalOptions options() {
        return options;
    }

    /** Runs a command and ends the process with its exit code: 0 done, 1 could not or not all, 2 wrong use. */
    public static void main(String... arguments) {
        // a command that is handed over opens no home, whose settings would say where its log goes
        Installation.detachLogAppenders();
        System.exit(run(Terminal.ofProcess(), Map.of(), arguments));
    }

    /**
     * @param settings Spring properties that come before those of the environment, for example {@code jinbo.clock}
     * @return the exit code
     */
    static int run(Terminal terminal, Map<String, String> settings, String... arguments) {
        return run(terminal, settings, SampleKeyUse.IN_DEMOS, Installation::open, arguments);
    }

    /** The same, where sample keys may be used elsewhere than in demos, too, and homes are opened in another way. */
    static int run(
            Terminal terminal,
            Map<String, String> settings,
            SampleKeyUse samples,
            HomeOpener homes,
            String... arguments) {
        Texts texts = Texts.in(Language.askedForIn(arguments));
        CommandLine commandLine = commandLine(texts, typedCommand(arguments));
        UsageErrorHandler usageErrors = new UsageErrorHandler(terminal, texts);
        Jinbo jinbo = commandLine.getCommand();
        commandLine
                .setParameterExceptionHandler(usageErrors)
                .setExecutionExceptionHandler((unexpected, typed, parsed) -> {
                    Failure failure = Failure.of(unexpected, jinbo.options.home());
                    new AnswerWriter(terminal, texts, jinbo.options.output()).write(failure);
                    return failure.exitStatus();
                })
                .setExecutionStrategy(
                        new PerformTask(terminal, texts, settings, jinbo.options, usageErrors, samples, homes))
                .setColorScheme(terminal.screen().colors())
                .setOut(terminal.out())
                .setErr(terminal.err());
        int exitCode = Terminal.lostLetters(arguments)
                ? usageErrors.report(commandLine, texts.of("wrong.letters"))
                : commandLine.execute(arguments);
        terminal.flush();
        return exitCode;
    }

    /** Commands that are no operations, and groups, some of which have others beside operations. */
    private static Object other(String name) {
        return switch (name) {
            case "demo" -> new RunDemo();
            case "serve" -> new Serve();
            case "audit" -> new AuditCommands();
            case "partner" -> new PartnerCommands();
            default -> new CommandGroup();
        };
    }

    /** Help whose headings stand out where there are colours. */
    private static final class HelpWithHeadings extends CommandLine.Help {

        HelpWithHeadings(CommandSpec command, ColorScheme colors) {
            super(command, colors);
        }

        @Override
        public String createHeading(String text, Object... parameters) {
            String heading = super.createHeading(text, parameters);
            return heading.isBlank()
                    ? heading
                    : colorScheme().apply(heading, List.of(Ansi.Style.bold)).toString();
        }
    }

    /** Only its commands do anything. */
    @Command
    private static final class CommandGroup {}

    private static void add(CommandLine commands, OperationType type) {
        List<String> words = type.command();
        CommandLine group =
                words.size() == 1 ? commands : commands.getSubcommands().get(words.get(0));
        CommandSpec command = OperationCommand.of(type);
        group.addSubcommand(words.get(words.size() - 1), command);
        // picocli has put them before the other inherited ones
        command.options().stream()
                .filter(option -> option.usageHelp() || option.versionHelp())
                .toList()
                .forEach(option -> command.remove(option).addOption(option));
    }

    /** What can be typed, with its help in a language, for programs that write manual pages and completions. */
    public static CommandLine commandLine(Locale language) {
        return commandLine(Texts.in(Language.of(language)));
    }

    /** What can be typed, with its help in a language. */
    static CommandLine commandLine(Texts texts) {
        return commandLine(texts, ORDER);
    }

    /** The first word that can be no value of an option, if it is a command: making the other 120 takes time. Otherwise all. */
    static List<String> typedCommand(String... arguments) {
        for (int i = 0; i < arguments.length; i++) {
            if (!arguments[i].startsWith("-") && (i == 0 || !arguments[i - 1].matches("-[^=]*"))) {
                return ORDER.contains(arguments[i]) ? List.of(arguments[i]) : ORDER;
            }
        }
        return ORDER;
    }

    private static CommandLine commandLine(Texts texts, List<String> names) {
        CommandLine commands = new CommandLine(new Jinbo());
        for (String name : names) {
            OperatorOperations.CATALOG
                    .find(name)
                    .ifPresentOrElse(type -> add(commands, type), () -> commands.addSubcommand(name, other(name)));
        }
        OperatorOperations.CATALOG.types().stream()
                .filter(type -> type.command().size() > 1
                        && names.contains(type.command().get(0)))
                .forEach(type -> add(commands, type));
        return ValueConverters.register(commands)
                .setResourceBundle(texts.bundle())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpWidth(USAGE_WIDTH)
                .setHelpFactory(HelpWithHeadings::new)
                .setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF));
    }

    /** Tells the version that the program was built as; run from a build's class folder it has none. */
    static final class ProgramVersion implements IVersionProvider {

        @Override
        public String[] getVersion() {
            String version = Optional.ofNullable(Jinbo.class.getPackage().getImplementationVersion())
                    .orElse("(development)");
            return new String[] {"jinbo " + version, "Java " + Runtime.version()};
        }
    }
}
