package jinbo.operator.cli;

import java.util.List;
import java.util.ListResourceBundle;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.Set;
import jinbo.cases.CaseNumber;
import jinbo.cases.Salesperson;
import jinbo.exchange.openpgp.Fingerprint;
import jinbo.operator.SampleKeyUse;
import jinbo.operator.answer.Failure;
import jinbo.operator.answer.Language;
import jinbo.operator.answer.Texts;
import jinbo.operator.audit.AuditCommands;
import jinbo.operator.cases.EvidenceSha256;
import jinbo.operator.cli.OperationCommand.TypedNumber;
import jinbo.operator.number.NumberOperations.ChosenTerm;
import jinbo.operator.number.NumberOperations.NamedInsurer;
import jinbo.operator.partner.PartnerCommands;
import jinbo.operator.recovery.RecoveryOperations.NamedList;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.insurer.ServiceNumber;
import jinbo.participant.insurer.UnitCode;
import jinbo.participant.operation.Moment;
import jinbo.participant.operation.OperationType;
import jinbo.participant.operation.SecretFile;
import jinbo.participant.staff.PersonName;
import jinbo.reference.business.LineCode;
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

    private static final Set<String> HELP_PREFIXES = Set.of("usage", "mixinStandardHelpOptions", "choice");

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

    /** Runs a command and exits: 0 for success, 1 for a failed or incomplete command, 2 for a usage error. */
    public static void main(String... arguments) {
        // a command that another process carries out opens no home here, and so configures no log
        Installation.detachLogAppenders();
        System.exit(run(Terminal.ofProcess(), Map.of(), arguments));
    }

    static int run(Terminal terminal, Map<String, String> settings, String... arguments) {
        return run(terminal, settings, SampleKeyUse.IN_DEMOS, Installation::open, arguments);
    }

    /** Runs a command with settings that override the environment, and returns the exit code. */
    static int run(
            Terminal terminal,
            Map<String, String> settings,
            SampleKeyUse samples,
            Installation.Opener homes,
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

    private static Object commandOrGroup(String name) {
        return switch (name) {
            case "demo" -> new RunDemo();
            case "serve" -> new Serve();
            case "audit" -> new AuditCommands();
            case "partner" -> new PartnerCommands();
            default -> new CommandGroup();
        };
    }

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

    @Command
    private static final class CommandGroup {}

    private static void add(CommandLine commands, OperationType type) {
        List<String> words = type.command();
        CommandLine group =
                words.size() == 1 ? commands : commands.getSubcommands().get(words.get(0));
        CommandSpec command = OperationCommand.of(type);
        group.addSubcommand(words.get(words.size() - 1), command);
        // picocli has put help and version before the other inherited options
        command.options().stream()
                .filter(option -> option.usageHelp() || option.versionHelp())
                .toList()
                .forEach(option -> command.remove(option).addOption(option));
    }

    /** Returns all commands with their help in a language, for generators of manual pages and completions. */
    public static CommandLine commandLine(Locale language) {
        return commandLine(Texts.in(Language.of(language)));
    }

    static CommandLine commandLine(Texts texts) {
        return commandLine(texts, ORDER);
    }

    /** Returns the typed command if it is certain, or else all commands. Creating one of over 120 saves time. */
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
                    .ifPresentOrElse(
                            type -> add(commands, type), () -> commands.addSubcommand(name, commandOrGroup(name)));
        }
        OperatorOperations.CATALOG.types().stream()
                .filter(type -> type.command().size() > 1
                        && names.contains(type.command().get(0)))
                .forEach(type -> add(commands, type));
        registerConverters(commands)
                .setResourceBundle(helpBundle(texts, names))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpWidth(USAGE_WIDTH)
                .setHelpFactory(HelpWithHeadings::new)
                .setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF));
        return commands;
    }

    /** The help of some commands. Picocli copies all keys of a bundle for each command and subcommand. */
    private static ResourceBundle helpBundle(Texts texts, List<String> names) {
        return new ListResourceBundle() {
            @Override
            protected Object[][] getContents() {
                return texts.bundle().keySet().stream()
                        .filter(key -> isHelp(key, names))
                        .map(key -> new Object[] {key, texts.bundle().getObject(key)})
                        .toArray(Object[][]::new);
            }
        };
    }

    /** True for shared descriptions, which have keys without a dot, for headings, and for texts of the commands. */
    private static boolean isHelp(String key, List<String> names) {
        String[] parts = key.split("[.]", 3);
        return parts.length == 1
                || HELP_PREFIXES.contains(parts[0])
                || parts[0].equals("jinbo") && (parts[1].equals("usage") || names.contains(parts[1]));
    }

    private static CommandLine registerConverters(CommandLine commandLine) {
        return commandLine
                .registerConverter(
                        CaseNumber.class, typed -> CaseNumber.typed(typed).orElseGet(() -> new CaseNumber(typed)))
                .registerConverter(ChosenTerm.class, ChosenTerm::parse)
                .registerConverter(EvidenceSha256.class, EvidenceSha256::new)
                .registerConverter(Fingerprint.class, Fingerprint::parse)
                .registerConverter(InsurerCode.class, InsurerCode::new)
                .registerConverter(LineCode.class, LineCode::parse)
                .registerConverter(Moment.class, Moment::parse)
                .registerConverter(NamedInsurer.class, NamedInsurer::parse)
                .registerConverter(NamedList.class, NamedList::parse)
                .registerConverter(PersonName.class, PersonName::new)
                .registerConverter(Salesperson.class, Salesperson::new)
                .registerConverter(SecretFile.class, SecretFile::parse)
                .registerConverter(ServiceNumber.class, ServiceNumber::parse)
                // accepts any text, because an error message of picocli would repeat it
                .registerConverter(TypedNumber.class, TypedNumber::new)
                .registerConverter(UnitCode.class, UnitCode::new);
    }

    /** Prints the version of the jar file. Classes in a folder have no version. */
    static final class ProgramVersion implements IVersionProvider {

        @Override
        public String[] getVersion() {
            String version = Optional.ofNullable(Jinbo.class.getPackage().getImplementationVersion())
                    .orElse("(development)");
            return new String[] {"jinbo " + version, "Java " + Runtime.version()};
        }
    }
}
