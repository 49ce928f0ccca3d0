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
import jinbo.operator.api.AnswerForm;
import jinbo.operator.api.ApiClient;
import jinbo.operator.request.RequestOperations.ConfirmRequest;
import jinbo.participant.operation.Incomplete;
import jinbo.participant.operation.InvalidOperationException;
import jinbo.participant.operation.Operation;
import jinbo.participant.operation.OperationDocument;
import jinbo.participant.operation.OperationError;
import jinbo.participant.operation.OperationService;
import jinbo.participant.staff.IdentityClaim;
import jinbo.participant.staff.SignaturePurpose;
import jinbo.platform.home.Home;
import jinbo.platform.home.StartListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.ExecutionException;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.IExecutionStrategy;
import picocli.CommandLine.ParseResult;

/**
 * Carries out the command that was typed: hands an operation to the process that serves the home, if one does; otherwise opens the
 * home if the command needs one, does the task, writes the answer and closes the home.
 */
record PerformTask(
        Terminal terminal,
        Texts texts,
        Map<String, String> settings,
        GlobalOptions options,
        TellWrongUse wrongUse,
        SampleKeyUse samples,
        HomeOpener homes)
        implements IExecutionStrategy {

    private static final Logger LOG = LoggerFactory.getLogger(PerformTask.class);

    PerformTask {
        settings = Map.copyOf(settings);
    }

    @Override
    public int execute(ParseResult parsed) {
        try {
            return carryOut(parsed);
        } catch (RuntimeException e) {
            // only in this wrapping does picocli hand it to the handler that tells failures
            throw new ExecutionException(parsed.commandSpec().commandLine(), "A command failed", e);
        }
    }

    private int carryOut(ParseResult parsed) {
        Optional<Integer> helped = Optional.ofNullable(CommandLine.executeHelpRequest(parsed));
        if (helped.isPresent()) {
            return helped.get();
        }
        List<CommandLine> typed = parsed.asCommandLineList();
        CommandLine last = typed.get(typed.size() - 1);
        if (last.getCommand() instanceof Serve serve) {
            return serve.withoutHome().map(task -> perform(task, last)).orElseGet(() -> perform(serve));
        }
        if (last.getCommand() instanceof OperationCommand command) {
            boolean homeTyped =
                    typed.stream().anyMatch(any -> any.getParseResult().hasMatchedOption("--home"));
            return perform(command, last, homeTyped);
        }
        if (last.getCommand() instanceof FileTask task) {
            return perform(task, last);
        }
        return last.getCommand() instanceof Tale tale ? tell(tale, last) : wrongUse.tellMissingCommand(last);
    }

    private int tell(Tale tale, CommandLine typed) {
        if (options.output() == OutputForm.JSON) {
            return wrongUse.tell(typed, texts.of("wrong.tale", typed.getCommandName()));
        }
        Installation.keepTheTerminalClean();
        try {
            return tale.tell(options.home(), terminal.out(), texts.language()) ? ExitCode.OK : ExitCode.SOFTWARE;
        } catch (Exception e) {
            Failure failure = Failure.of(e, options.home());
            failure.log(LOG, e);
            new Voice(terminal, texts, options.output()).tell(failure);
            return failure.exitStatus();
        }
    }

    /** All parts are made at the start, so that what is wrong with one is told then; other commands make those that they use. */
    private int perform(Serve serve) {
        Voice voice = new Voice(terminal, texts, options.output());
        Map<String, String> started = new HashMap<>(settings);
        started.put("spring.main.lazy-initialization", "false");
        try (Installation installation =
                homes.open(options.home(), started, passphrases(), samples, voice.ofStart(options.home()))) {
            return perform(() -> serve.answer(installation), installation, voice);
        } catch (CannotOpenException e) {
            Failure failure = Failure.of(e, options.home());
            voice.tell(failure);
            return failure.exitStatus();
        }
    }

    private int perform(OperationCommand command, CommandLine typed, boolean homeTyped) {
        Operation operation;
        try {
            operation = command.read(typed.getParseResult(), terminal, texts);
        } catch (InvalidOperationException e) {
            return wrongUse.tell(typed, e.errorMessage());
        }
        Voice voice = new Voice(terminal, texts, options.output());
        try {
            Optional<ApiClient.Reply> reply = handedOver(operation, new ApiClient(socket(homeTyped)));
            if (reply.isPresent()) {
                return tell(reply.get());
            }
        } catch (IOException e) {
            voice.tell(Failure.of(e, options.home()));
            return ExitCode.SOFTWARE;
        }
        try (Installation installation =
                homes.open(options.home(), settings, passphrases(), samples, StartListener.NOBODY)) {
            return perform(
                    () -> installation.get(OperationService.class).execute(operation, options.claim()),
                    installation,
                    voice);
        } catch (CannotOpenException e) {
            voice.tell(Failure.of(e, options.home()));
            return ExitCode.SOFTWARE;
        }
    }

    /** To the process that serves this home, if one does. */
    private Optional<ApiClient.Reply> handedOver(Operation operation, ApiClient client) throws IOException {
        IdentityClaim.ByKey claim = options.claim();
        if (client.isThere()
                && operation instanceof ConfirmRequest confirmed
                && claim.key().isPresent()) {
            return handedOver(confirmed, claim, client);
        }
        if (!client.isThere() || !OperationDocument.canHold(operation)) {
            return Optional.empty();
        }
        Optional<ApiClient.Reply> reply = asked(operation, claim, form(), client);
        if (reply.filter(PerformTask::isIncomplete).isEmpty()) {
            return reply;
        }
        Optional<ApiClient.Reply> problem = asked(operation, claim, AnswerForm.JSON, client);
        return problem.filter(PerformTask::isIncomplete).isPresent()
                ? asked(ApiAnswers.wholeOperation(problem.get().body()), claim, form(), client)
                : problem;
    }

    /** Both people are to look at more than was typed: that is signed in its place. */
    private static boolean isIncomplete(ApiClient.Reply reply) {
        return reply.status() == OperationError.OPERATION_INCOMPLETE.httpStatus();
    }

    private Optional<ApiClient.Reply> asked(
            Operation operation, IdentityClaim.ByKey claim, AnswerForm form, ApiClient client) throws IOException {
        OperationDocument document = OperationDocument.of(
                operation,
                claim.key().isPresent() ? claim.name() : Optional.empty(),
                FileTaskContext.clock(settings).instant());
        return client.ask(
                document,
                claim.name().isPresent() ? claim.sign(SignaturePurpose.ASK, document.json()) : Optional.empty(),
                form,
                texts.language().locale().toLanguageTag());
    }

    /** The second person signs what the first one has signed. */
    private Optional<ApiClient.Reply> handedOver(ConfirmRequest confirmed, IdentityClaim.ByKey claim, ApiClient client)
            throws IOException {
        String language = texts.language().locale().toLanguageTag();
        long request = confirmed.id().orElseThrow();
        Optional<ApiClient.Reply> document = client.document(request, form(), language);
        if (claim.name().isEmpty() || document.filter(ApiClient.Reply::isDone).isEmpty()) {
            return document.filter(reply -> claim.name().isPresent());
        }
        String json = document.get().body();
        return client.confirm(
                request,
                OperationDocument.beside(json, confirmed.number()),
                claim.name().get(),
                claim.sign(SignaturePurpose.CONFIRM, json).orElseThrow(),
                form(),
                language);
    }

    private AnswerForm form() {
        if (options.output() == OutputForm.JSON) {
            return AnswerForm.JSON;
        }
        return terminal.screen() == Screen.COLOURED ? AnswerForm.COLOURED_TEXT : AnswerForm.TEXT;
    }

    /** Whoever cannot look into the home says in the environment where it is; a home that is typed is another matter. */
    private Path socket(boolean homeTyped) {
        return FileTaskContext.secret(settings, "JINBO_API_SOCKET")
                .filter(path -> !path.isBlank() && !homeTyped)
                .map(Path::of)
                .orElseGet(() -> new Home(options.home()).socket());
    }

    private int tell(ApiClient.Reply reply) {
        if (reply.isDone()) {
            terminal.out().print(reply.body());
        } else {
            terminal.err()
                    .print(options.output() == OutputForm.JSON ? ApiAnswers.asCommand(reply.body()) : reply.body());
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

    private static int perform(Callable<Object> task, Installation installation, Voice voice) {
        ShowProgress progress = voice.progress();
        if (voice.isWatched()) {
            installation.get(Progress.class).watch(progress);
        }
        installation.tellTo(voice::tell);
        Path home = installation.home();
        return tell(task, progress, voice, e -> Failure.of(e, home));
    }

    private int perform(FileTask task, CommandLine typed) {
        try {
            task.check();
        } catch (InvalidOperationException e) {
            return wrongUse.tell(typed, e.errorMessage());
        }
        Installation.keepTheTerminalClean();
        Voice voice = new Voice(terminal, texts, options.output());
        ShowProgress progress = voice.progress();
        Progress.Watcher watcher = voice.isWatched() ? progress::at : (what, done, total) -> {};
        FileTaskContext fileTaskContext = new FileTaskContext(
                texts.language(), options.home(), settings, watcher, voice::tell, passphrases(), samples);
        return tell(() -> task.answer(fileTaskContext), progress, voice, Failure::withoutLog);
    }

    private static int tell(
            Callable<Object> task, ShowProgress progress, Voice voice, Function<Exception, Failure> words) {
        try {
            Object answer = task.call();
            progress.clear();
            voice.tell(answer);
            return Incomplete.isComplete(answer) ? ExitCode.OK : ExitCode.SOFTWARE;
        } catch (Exception e) {
            progress.clear();
            Failure failure = words.apply(e);
            failure.log(LOG, e);
            voice.tell(failure);
            return failure.exitStatus();
        }
    }
}
