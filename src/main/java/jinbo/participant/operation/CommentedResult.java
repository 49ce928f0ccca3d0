package jinbo.participant.operation;

import java.util.Optional;

/** A result about which there is a sentence to be said that depends on what is in it. */
public interface CommentedResult {

    /** Which sentence, by the last part of its key. */
    Optional<String> comment();
}
