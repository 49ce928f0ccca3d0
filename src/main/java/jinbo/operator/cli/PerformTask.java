package jinbo.operator.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import jinbo.batch.Progress;
import jinbo.exchange.keys.PassphraseInput;
import jinbo.operator.FileTask;
import jinbo.operator.FileTaskContext;
import jinbo.operator.SampleKeyUse;
import jinbo.operator.answer.CannotOpenException;
import jinbo.operator.answer.Failure;
import jinbo.operator.answer.Screen;
import jinbo.operator.answer.Texts;
import jinbo.operator.api.AnswerForm;
import jinbo.operator.api.ApiClient;
import jinbo.operator.cli.GlobalOptions.OutputForm;
import jinbo.participant.operation.Incomplete;
import jinbo.participant.operation.InvalidOperationException;
import jinbo.participant.operation.Operation;
import jinbo.participant.operation.OperationService;
import jinbo.platform.home.Home;
import jinbo.platform.home.StartListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.function.ThrowingFunction;
import picocli.CommandLine;
import picocli.CommandLine.ExecutionException;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.IExecutionStrategy;
import picocli.CommandLine.ParseResult;

/**
 * Performs the typed command. If a process serves the home, an operation is sent to that process. Otherwise the home is
 * opened if the command needs it, and closed after the result is written.
 */
record PerformTask(
        Terminal terminal,
        Texts texts,
        Map<String, String> settings,
        GlobalOptions options,
        UsageErrorHandler usageErrors,
        SampleKeyUse samples,
        Installation.Opener homes)
        implements IExecutionStrategy {

    private static final Logger LOG = LoggerFactory.getLogger(PerformTask.class);

    PerformTask {
        settings = Map.copyOf(settings);
    }

    @Override
    public int execute(ParseResult parsed) {
        try {
            return perform(parsed);
        } catch (RuntimeException e) {
            // picocli passes only exceptions of this type to the handler that reports failures
            throw new ExecutionException(parsed.commandSpec().commandLine(), "A command failed", e);
        }
    }

    private int perform(ParseResult parsed) {
        Optional<Integer> helped = Optional.ofNullable(CommandLine.executeHelpRequest(parsed));
        if (helped.isPresent()) {
            return helped.get();
        }
        List<CommandLine> typed = parsed.asCommandLineList();
        CommandLine last = typed.get(typed.size() - 1);
        if (last.getCommand() instanceof Serve serve) {
            return serve.remotePortal()
                    .map(task -> perform(task, last))
                    .orElseGet(() -> serve(settings, writer().startListener(options.home()), serve::answer));
        }
        if (last.getCommand() instanceof OperationCommand command) {
            boolean homeTyped =
                    typed.stream().anyMatch(any -> any.getParseResult().hasMatchedOption("--home"));
            return perform(command, last, homeTyped);
        }
        if (last.getCommand() instanceof FileTask task) {
            return perform(task, last);
        }
        return last.getCommand() instanceof RunDemo demo ? perform(demo, last) : usageErrors.reportMissingCommand(last);
    }

    private int perform(RunDemo demo, CommandLine typed) {
        if (options.output() == OutputForm.JSON) {
            return usageErrors.report(typed, texts.of("wrong.demo", typed.getCommandName()));
        }
        Installation.detachLogAppenders();
        try {
            if (!demo.run(options.home(), terminal.out(), texts.language())) {
                return ExitCode.SOFTWARE;
            }
        } catch (Exception e) {
            return fail(Failure.of(e, options.home()), e, writer());
        }
        return demo.isOver()
                ? ExitCode.OK
                : serve(
                        RunDemo.serving(settings),
                        StartListener.NOBODY,
                        installation -> demo.serve(installation, terminal.out(), texts.language()));
    }

    /** Creates all beans at the start, so that faults are reported at once; other commands create beans on demand. */
    private int serve(
            Map<String, String> settings, StartListener listener, ThrowingFunction<Installation, Object> serving) {
        AnswerWriter writer = writer();
        Map<String, String> started = new HashMap<>(settings);
        started.put("spring.main.lazy-initialization", "false");
        try (Installation installation = homes.open(options.home(), started, passphrases(), samples, listener)) {
            return perform(() -> serving.applyWithException(installation), installation, writer);
        } catch (CannotOpenException e) {
            Failure failure = Failure.of(e, options.home());
            writer.write(failure);
            return failure.exitStatus();
        }
    }

    private int perform(OperationCommand command, CommandLine typed, boolean homeTyped) {
        Operation operation;
        try {
            operation = command.read(typed.getParseResult(), terminal, texts);
        } catch (InvalidOperationException e) {
            return usageErrors.report(typed, e.errorMessage());
        }
        AnswerWriter writer = writer();
        try {
            Optional<ApiClient.Reply> reply = new HandOverOperation(
                            new ApiClient(socket(homeTyped)),
                            options.claim(),
                            () -> FileTaskContext.clock(settings, Optional.of(new Home(options.home())))
                                    .instant(),
                            form(),
                            texts.language())
                    .handOver(operation);
            if (reply.isPresent()) {
                return write(reply.get());
            }
        } catch (IOException e) {
            writer.write(Failure.of(e, options.home()));
            return ExitCode.SOFTWARE;
        }
        try (Installation installation =
                homes.open(options.home(), settings, passphrases(), samples, StartListener.NOBODY)) {
            return perform(
                    () -> installation.get(OperationService.class).execute(operation, options.claim()),
                    installation,
                    writer);
        } catch (CannotOpenException e) {
            writer.write(Failure.of(e, options.home()));
            return ExitCode.SOFTWARE;
        }
    }

    private AnswerForm form() {
        if (options.output() == OutputForm.JSON) {
            return AnswerForm.JSON;
        }
        return terminal.screen() == Screen.COLOURED ? AnswerForm.COLOURED_TEXT : AnswerForm.TEXT;
    }

    /** The socket in the home, or the one that the environment names for people without access to the home. */
    private Path socket(boolean homeTyped) {
        return FileTaskContext.secret(settings, "JINBO_API_SOCKET")
                .filter(path -> !path.isBlank() && !homeTyped)
                .map(Path::of)
                .orElseGet(() -> new Home(options.home()).socket());
    }

    private int write(ApiClient.Reply reply) {
        if (reply.isDone()) {
            terminal.out().print(reply.body());
        } else {
            terminal.err()
                    .print(
                            options.output() == OutputForm.JSON
                                    ? HandOverOperation.asCommandFailure(reply.body())
                                    : reply.body());
        }
        terminal.flush();
        return reply.exitStatus();
    }

    private PassphraseInput passphrases() {
        return new PassphraseInput(
                name -> FileTaskContext.secret(settings, name),
                key -> terminal.secrets().ask(texts.of("prompt.passphrase", key)),
                question -> terminal.secrets().ask(texts.of(question)));
    }

    private static int perform(Callable<Object> task, Installation installation, AnswerWriter writer) {
        ShowProgress progress = new ShowProgress(writer.terminal().err());
        if (writer.isWatched()) {
            installation.get(Progress.class).watch(progress);
        }
        installation.onInterimAnswer(writer::write);
        Path home = installation.home();
        return perform(task, progress, writer, e -> Failure.of(e, home));
    }

    private int perform(FileTask task, CommandLine typed) {
        try {
            task.check();
        } catch (InvalidOperationException e) {
            return usageErrors.report(typed, e.errorMessage());
        }
        Installation.detachLogAppenders();
        AnswerWriter writer = writer();
        ShowProgress progress = new ShowProgress(writer.terminal().err());
        Progress.Watcher watcher = writer.isWatched() ? progress::at : (what, done, total) -> {};
        FileTaskContext context = new FileTaskContext(
                texts.language().locale(), options.home(), settings, watcher, writer::write, passphrases(), samples);
        return perform(() -> task.answer(context), progress, writer, Failure::withoutLog);
    }

    private static int perform(
            Callable<Object> task, ShowProgress progress, AnswerWriter writer, Function<Exception, Failure> explain) {
        try {
            Object answer = task.call();
            progress.clear();
            writer.write(answer);
            return Incomplete.isComplete(answer) ? ExitCode.OK : ExitCode.SOFTWARE;
        } catch (Exception e) {
            progress.clear();
            return fail(explain.apply(e), e, writer);
        }
    }

    private static int fail(Failure failure, Exception e, AnswerWriter writer) {
        failure.log(LOG, e);
        writer.write(failure);
        return failure.exitStatus();
    }

    private AnswerWriter writer() {
        return new AnswerWriter(terminal, texts, options.output());
    }
}
