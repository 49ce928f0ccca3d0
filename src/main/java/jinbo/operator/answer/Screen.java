package jinbo.operator.answer;

import java.util.Map;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.ColorScheme;

/** The capabilities of the terminal on which answers and errors are shown. */
public enum Screen {
    /** No terminal, or one whose lines cannot be rewritten. */
    NONE,
    /** Lines can be rewritten. */
    PLAIN,
    /** Lines can be rewritten, and text can have colours. */
    COLOURED;

    /** {@code NO_COLOR} is defined by https://no-color.org. */
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
