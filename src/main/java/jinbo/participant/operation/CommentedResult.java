package jinbo.participant.operation;

import java.util.Optional;

/** A result with a sentence that depends on its values. */
public interface CommentedResult {

    /** The last part of the key of the sentence. */
    Optional<String> comment();
}
