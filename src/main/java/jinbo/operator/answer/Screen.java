package jinbo.operator.answer;

import java.util.Map;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.ColorScheme;

/** What can be done where people read answers and complaints. */
public enum Screen {
    /** Nothing: a file, a program that reads, a terminal that only prints. */
    NONE,
    /** A line can be rewritten. */
    PLAIN,
    /** The same, and text can have colours. */
    COLOURED;

    /**
     * @param terminal whether both answers and complaints go to one
     * @param environment in which {@code NO_COLOR} (https://no-color.org) and {@code TERM} may be set
     */
    public static Screen of(boolean terminal, Map<String, String> environment) {
        if (!terminal || "dumb".equals(environment.get("TERM"))) {
            return NONE;
        }
        return Optional.ofNullable(environment.get("NO_COLOR"))
                        .filter(set -> !set.isEmpty())
                        .isPresent()
                ? PLAIN
                : COLOURED;
    }

    public ColorScheme colors() {
        return CommandLine.Help.defaultColorScheme(this == COLOURED ? Ansi.ON : Ansi.OFF);
    }
}
