package jinbo.testing;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Types commands as people do, each in a process of its own, with the variables and the umask of a shell. Slow; for what
 * {@link CommandSession} cannot show.
 *
 * @param home the folder of {@code --home}
 * @param umask of the shell, for example {@code 022}
 * @param variables of the environment
 */
public record JinboProcess(Path home, String umask, Map<String, String> variables) {

    /** In a home, with a database that others use, too. */
    public static JinboProcess over(Path home, String databaseUrl) {
        return new JinboProcess(home, "077", Map.of("SPRING_DATASOURCE_URL", databaseUrl));
    }

    /** In a home, with a database of its own. */
    public static JinboProcess in(Path home) {
        return new JinboProcess(home, "077", Map.of());
    }

    /** With another umask. */
    public JinboProcess withUmask(String other) {
        return new JinboProcess(home, other, variables);
    }

    /** With one more variable. */
    public JinboProcess with(String variable, String value) {
        Map<String, String> more = new TreeMap<>(variables);
        more.put(variable, value);
        return new JinboProcess(home, umask, more);
    }

    /** Types a command, and waits until it has ended. */
    public CommandOutput type(String... words) {
        Shell.Answer answer = new Shell(Path.of("").toAbsolutePath(), variables).run(command(words));
        return new CommandOutput(answer.exit(), answer.out(), answer.err());
    }

    /** The same as a list of words. */
    public List<String> command(String... words) {
        List<String> command = new ArrayList<>(List.of("sh", "-c", "umask \"$0\"; exec \"$@\"", umask));
        command.addAll(TestJvm.program());
        command.addAll(List.of("--lang", "en", "--home", home.toString()));
        command.addAll(List.of(words));
        return command;
    }
}
