package jinbo.operator.cli;

import java.util.Optional;
import picocli.CommandLine.Option;

/** The option of commands that take two people: why the first one asks. */
final class WhyAsked {

    /** Read as one of the typed words, because that is how a request is kept. */
    @Option(names = TypedWords.REASON, paramLabel = "TEXT", descriptionKey = "why")
    private Optional<String> reason = Optional.empty();

    WhyAsked() {}

    Optional<String> reason() {
        return reason;
    }
}
