package jinbo.operator.cli;

import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import jinbo.exchange.keys.PassphraseInput;
import jinbo.exchange.keys.Prompt;
import jinbo.operator.FileTaskContext;
import jinbo.operator.SampleKeyUse;
import jinbo.operator.answer.Screen;
import jinbo.platform.home.StartListener;
import jinbo.testing.CommandOutput;

/**
 * Runs commands in this process, for {@link jinbo.testing.CommandSession}, which does not see what is private to this
 * package.
 */
public final class CommandsInProcess {

    private static final String TESTS = "test";

    private static final boolean IN_MEMORY = Boolean.getBoolean("jinbo.testing.in-memory");

    /** In the nightly run each command opens its home itself, as a process of its own does. */
    private static final boolean OPEN_ANEW = Boolean.getBoolean("jinbo.testing.open-anew");

    private CommandsInProcess() {}

    /** Closes the home that is open: the next command opens it anew. */
    public static void startAnew() {
        InstallationCache.SHARED.close();
    }

    /**
     * Runs a command line. It gets the open home, unless it serves or reads secrets, which an open home would
     * remember.
     */
    public static CommandOutput run(Map<String, String> settings, String input, Prompt prompt, List<String> arguments) {
        return run(settings, input, prompt, Screen.NONE, arguments);
    }

    /** The same, where somebody looks at a screen. */
    static CommandOutput run(
            Map<String, String> settings, String input, Prompt prompt, Screen screen, List<String> arguments) {
        boolean opensItself = OPEN_ANEW || arguments.contains("serve");
        boolean asksForSecrets =
                prompt != Prompt.NONE || settings.keySet().stream().anyMatch(FileTaskContext::isSecret);
        Installation.Opener homes = opener(opensItself, asksForSecrets);
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Terminal terminal = new Terminal(
                new StringReader(input), new PrintWriter(out), new PrintWriter(err), false, prompt, screen);
        SampleKeyUse samples =
                TESTS.equals(settings.get("spring.profiles.active")) ? SampleKeyUse.ANYWHERE : SampleKeyUse.IN_DEMOS;
        int exitCode = Jinbo.run(terminal, settings, samples, homes, arguments.toArray(String[]::new));
        return new CommandOutput(exitCode, out.toString(), err.toString());
    }

    private static Installation.Opener opener(boolean opensItself, boolean asksForSecrets) {
        if (IN_MEMORY) {
            return CommandsInProcess::refuse;
        }
        if (opensItself) {
            return Installation::open;
        }
        return asksForSecrets ? InstallationCache.SHARED::openAnew : InstallationCache.SHARED;
    }

    private static Installation refuse(
            Path home,
            Map<String, String> settings,
            PassphraseInput passphrases,
            SampleKeyUse samples,
            StartListener listener) {
        throw new AssertionError("mvn test opens no home; a test that does is one of mvn verify, *IT");
    }
}
