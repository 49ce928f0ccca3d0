package jinbo.operator.cli;

import java.util.Optional;
import picocli.CommandLine.Option;

/** The option of commands that take two people: why the first one asks. */
final class ReasonOption {

    /** Read as one of the typed words, because that is how a request is kept. */
    @Option(names = CommandWords.REASON, paramLabel = "TEXT", descriptionKey = "why")
    private Optional<String> reason = Optional.empty();

    ReasonOption() {}

    Optional<String> reason() {
        return reason;
    }
}
