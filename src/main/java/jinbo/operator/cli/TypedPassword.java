package jinbo.operator.cli;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** A password that is to be kept, from a file or asked for, or the word that the one that is kept is to be forgotten. */
final class TypedPassword {

    @Option(names = "--password-file", paramLabel = "FILE")
    private Optional<Path> file = Optional.empty();

    @Option(names = "--forget")
    private boolean forget;

    private String typed = "";

    TypedPassword() {}

    /** @throws UsageException if it is to be forgotten and kept */
    void check() {
        if (forget && file.isPresent()) {
            throw new UsageException("wrong.password-forgotten");
        }
    }

    void ask(Terminal terminal, String question) {
        if (!forget && file.isEmpty()) {
            typed = terminal.ask(question).orElse("");
        }
    }

    boolean isForgotten() {
        return forget;
    }

    /** The file with it, if there is one; else it was {@link #typed}. */
    Optional<Path> file() {
        return file;
    }

    String typed() {
        return typed;
    }
}
