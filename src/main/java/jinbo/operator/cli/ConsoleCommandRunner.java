package jinbo.operator.cli;

import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.List;
import jinbo.operator.console.CommandResult;
import jinbo.operator.console.CommandRunner;
import jinbo.participant.operation.Incomplete;
import jinbo.participant.operation.Operation;
import jinbo.participant.operation.OperationService;
import jinbo.participant.staff.IdentityClaim;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Carries out what is asked for in the console: the same commands as at a terminal, for the person who signed in. */
final class ConsoleCommandRunner implements CommandRunner {

    private static final Logger LOG = LoggerFactory.getLogger(ConsoleCommandRunner.class);

    private final Installation program;

    ConsoleCommandRunner(Installation program) {
        this.program = program;
    }

    @Override
    public CommandResult run(Order order) {
        Texts texts = Texts.in(Language.of(order.language()));
        ToldParts parts = new ToldParts();
        return new CommandResult(end(order, texts, new Page(texts, parts)), parts.list());
    }

    private CommandResult.End end(Order order, Texts texts, Page page) {
        Terminal terminal = terminal(order);
        try {
            ParseResult parsed = Jinbo.commandLine(texts)
                    .setExpandAtFiles(false)
                    .parseArgs(order.words().toArray(String[]::new));
            List<CommandLine> typed = parsed.asCommandLineList();
            Object result = result(order, typed.get(typed.size() - 1), parsed, terminal, texts);
            new ResultRenderer(page).tell(result);
            return Incomplete.isComplete(result) ? CommandResult.End.DONE : CommandResult.End.INCOMPLETE;
        } catch (ParameterException e) {
            page.print(new TellWrongUse(terminal, texts).sentence(e));
        } catch (UsageException e) {
            page.print(e.in(texts));
        } catch (Exception e) {
            Failure failure = Failure.of(e, program.home());
            log(failure, e);
            failure.tell(page);
        }
        return CommandResult.End.NOT_DONE;
    }

    private Object result(Order order, CommandLine typed, ParseResult parsed, Terminal terminal, Texts texts)
            throws Exception {
        IdentityClaim by = new IdentityClaim.SignedIn(order.by());
        if (typed.getCommand() instanceof OperationCommand command) {
            Operation operation = command.read(typed.getParseResult(), terminal, texts);
            return RequestSheet.ifStored(program.get(OperationService.class).execute(operation, by), program.now());
        }
        if (!(typed.getCommand() instanceof Task task)) {
            throw new IllegalArgumentException("The console asks for no command: " + order);
        }
        task.check();
        if (task instanceof InteractiveTask asking) {
            asking.ask(terminal, texts);
        }
        return new AuthorizeOperation(program.beside(), by).of(task, CommandWords.of(parsed));
    }

    private static void log(Failure failure, Exception e) {
        if (failure.log().isPresent()) {
            LOG.warn("A command of the console failed", e);
        } else {
            LOG.info("A command of the console was not carried out: {}", failure.error());
        }
    }

    /** Nobody is at it; it says what was told beside the words, and nothing is written to it. */
    private static Terminal terminal(Order order) {
        return new Terminal(
                new StringReader(order.told().orElse("")),
                new PrintWriter(new StringWriter()),
                new PrintWriter(new StringWriter()),
                false);
    }
}
