package jinbo.command;

import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jinbo.passphrase.Prompt;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What came of a command that was run in this process.
 *
 * @param exitCode 0, 1 or 2
 * @param out what was answered
 * @param err what was complained of
 */
record TypedCommand(int exitCode, String out, String err) {

    /** Runs a command line as it is typed. */
    static TypedCommand run(Map<String, String> settings, List<String> arguments) {
        return run(settings, "", arguments);
    }

    /** Runs a command line with something on the standard input. */
    static TypedCommand run(Map<String, String> settings, String input, List<String> arguments) {
        return run(settings, input, Prompt.NOBODY, arguments);
    }

    /** Runs a command line at a terminal where somebody answers what is asked for and not shown. */
    static TypedCommand run(Map<String, String> settings, String input, Prompt person, List<String> arguments) {
        boolean asksForSecrets =
                person != Prompt.NOBODY || settings.keySet().stream().anyMatch(Surroundings::isSecret);
        HomeOpener homes = asksForSecrets || arguments.contains("serve") ? Installation::open : LentHomes.OPEN;
        return run(settings, input, person, homes, arguments);
    }

    /** Runs a command line in a home that it opens and closes itself, as a process of its own does. */
    static TypedCommand runAlone(Map<String, String> settings, List<String> arguments) {
        LentHomes.OPEN.close();
        return run(settings, "", Prompt.NOBODY, Installation::open, arguments);
    }

    private static TypedCommand run(
            Map<String, String> settings, String input, Prompt person, HomeOpener homes, List<String> arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Terminal terminal =
                new Terminal(new StringReader(input), new PrintWriter(out), new PrintWriter(err), false, person);
        SampleKeyUse samples =
                TESTS.equals(settings.get("spring.profiles.active")) ? SampleKeyUse.ANYWHERE : SampleKeyUse.IN_DEMOS;
        int exitCode = Jinbo.run(terminal, settings, samples, homes, arguments.toArray(String[]::new));
        return new TypedCommand(exitCode, out.toString(), err.toString());
    }

    /** In English, with a home that must not come into being. */
    static TypedCommand withoutHome(String... arguments) {
        List<String> all = new ArrayList<>(List.of("--lang", "en", "--home", NO_HOME.toString()));
        all.addAll(List.of(arguments));
        return run(Map.of(), all);
    }

    private static final String TESTS = "test";

    /** Where no home is ever made, because wrong use opens nothing. */
    static final Path NO_HOME = Path.of("target", "no-home-is-made-here");

    JsonNode json() {
        return JsonMapper.shared().readTree(out);
    }
}
