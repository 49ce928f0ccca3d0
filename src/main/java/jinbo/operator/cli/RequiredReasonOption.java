package jinbo.operator.cli;

import jinbo.batch.BatchException;
import jinbo.batch.Reason;
import picocli.CommandLine.Option;

/** The option of commands that end something: why, which is kept for good. */
final class RequiredReasonOption {

    @Option(names = CommandWords.REASON, paramLabel = "TEXT", required = true, descriptionKey = "why-ended")
    private String reason = "";

    RequiredReasonOption() {}

    /** @throws BatchException if it is empty or seems to hold a phone number */
    Reason given() {
        return new Reason(reason);
    }
}
