package jinbo.participant.operation;

import java.util.Optional;

/** A result for which text output shows a sentence that depends on its values. */
public interface CommentedResult {

    /** The last part of the sentence's key in the message bundle. */
    Optional<String> comment();
}
