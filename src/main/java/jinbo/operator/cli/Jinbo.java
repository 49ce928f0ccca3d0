package jinbo.operator.cli;

import java.util.Locale;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ScopeType;

/** The program: {@code jinbo [--home DIR] [--output text|json] [--lang en|zh] COMMAND}. */
@Command(
        name = "jinbo",
        scope = ScopeType.INHERIT,
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class,
        sortOptions = false,
        subcommands = {
            RunDemo.class,
            Serve.class,
            RunJob.class,
            ShowStatus.class,
            LineCommands.class,
            InsurerCommands.class,
            UnitCommands.class,
            KeyCommands.class,
            DropCommands.class,
            HeldCommands.class,
            WithdrawUpload.class,
            RecoveryCommands.class,
            RegisterChoice.class,
            ChangeChoice.class,
            CancelChoice.class,
            ReleaseNumber.class,
            ShowNumber.class,
            LookUp.class,
            CaseCommands.class,
            SanctionCommands.class,
            RegistryCommands.class,
            AuditCommands.class,
            CalendarCommands.class,
            SegmentCommands.class,
            PersonCommands.class,
            ConfirmRequest.class,
            PartnerCommands.class
        })
public final class Jinbo {

    private static final int USAGE_WIDTH = 110;

    @Mixin
    private GlobalOptions options = new GlobalOptions();

    private Jinbo() {}

    /** One that nothing was typed for; picocli puts the real one in its place. */
    static Jinbo untyped() {
        return new Jinbo();
    }

    GlobalOptions options() {
        return options;
    }

    /** Runs a command and ends the process with its exit code: 0 done, 1 could not or not all, 2 wrong use. */
    public static void main(String... arguments) {
        System.exit(run(Terminal.ofProcess(), Map.of(), arguments));
    }

    /**
     * Runs a command in this process.
     *
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
        CommandLine commandLine = commandLine(texts);
        TellWrongUse wrongUse = new TellWrongUse(terminal, texts);
        Jinbo jinbo = commandLine.getCommand();
        commandLine
                .setParameterExceptionHandler(wrongUse)
                .setExecutionExceptionHandler((unexpected, typed, parsed) -> {
                    Failure failure = Failure.of(unexpected, jinbo.options.home());
                    new Voice(terminal, texts, jinbo.options.output()).tell(failure);
                    return failure.exitStatus();
                })
                .setExecutionStrategy(
                        new PerformTask(terminal, texts, settings, jinbo.options, wrongUse, samples, homes))
                .setOut(terminal.out())
                .setErr(terminal.err());
        int exitCode = Terminal.lostLetters(arguments)
                ? wrongUse.tell(commandLine, texts.of("wrong.letters"))
                : commandLine.execute(arguments);
        terminal.flush();
        return exitCode;
    }

    /** What can be typed, with its help in a language, for programs that write manual pages and completions. */
    public static CommandLine commandLine(Locale language) {
        return commandLine(Texts.in(Language.of(language)));
    }

    /** What can be typed, with its help in a language. */
    static CommandLine commandLine(Texts texts) {
        return ValueConverters.register(new CommandLine(new Jinbo()))
                .setResourceBundle(texts.bundle())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpWidth(USAGE_WIDTH)
                .setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF));
    }
}
