package jinbo.operator.console;

import java.util.ArrayList;
import java.util.List;

/** The words of a command, put together so that nothing that somebody typed into a field can become an option. */
final class CommandLineBuilder {

    private final List<String> before = new ArrayList<>();
    private final List<String> after = new ArrayList<>();

    private CommandLineBuilder() {}

    static CommandLineBuilder of(String... command) {
        CommandLineBuilder commandLineBuilder = new CommandLineBuilder();
        commandLineBuilder.before.addAll(List.of(command));
        return commandLineBuilder;
    }

    /** An option with what was typed; a field that was left empty is none. */
    CommandLineBuilder option(String name, String typed) {
        if (!typed.isBlank()) {
            before.add(name + "=" + typed.strip());
        }
        return this;
    }

    CommandLineBuilder flag(String name, boolean set) {
        if (set) {
            before.add(name);
        }
        return this;
    }

    /** A parameter. */
    CommandLineBuilder value(String typed) {
        after.add(typed.strip());
        return this;
    }

    List<String> list() {
        List<String> all = new ArrayList<>(before);
        if (!after.isEmpty()) {
            all.add("--");
            all.addAll(after);
        }
        return List.copyOf(all);
    }
}
