package jinbo.operator.cli;

import java.util.ArrayList;
import java.util.List;
import jinbo.participant.staff.CheckedCopies;
import jinbo.participant.staff.Request;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

/** Makes a command anew from the words of a request, over checked copies of its files. */
final class StoredCommand {

    private final CheckedCopies files;

    StoredCommand(CheckedCopies files) {
        this.files = files;
    }

    /** @throws IllegalStateException if this version of the program does not know such a command */
    RequiresSecondPerson of(Request request) {
        return of(
                request.id(),
                request.words(),
                request.files().stream().map(file -> file.argument()).toList());
    }

    RequiresSecondPerson of(long request, List<String> words, List<Integer> naming) {
        List<String> typed = new ArrayList<>(words);
        for (int word : naming) {
            String shown = typed.get(word);
            String before = shown.startsWith("--") ? shown.substring(0, shown.indexOf('=') + 1) : "";
            typed.set(word, before + files.path(word));
        }
        try {
            ParseResult parsed = Jinbo.commandLine(Texts.in(Language.EN))
                    .setExpandAtFiles(false)
                    .parseArgs(typed.toArray(String[]::new));
            List<CommandLine> commands = parsed.asCommandLineList();
            if (commands.get(commands.size() - 1).getCommand() instanceof RequiresSecondPerson task) {
                task.check();
                return task;
            }
        } catch (CommandLine.ParameterException | UsageException e) {
            throw new IllegalStateException("Request " + request + " is no command of this version any more", e);
        }
        throw new IllegalStateException("Request " + request + " asks for nothing that takes two people");
    }
}
