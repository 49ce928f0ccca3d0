package jinbo.operator;

/**
 * What a command does with files alone, where an operation needs an open home: an auditor, an insurer and a portal of its own have no
 * home, and must not make one.
 */
public interface FileTask {

    /**
     * Looks at what was typed as a whole; nothing is read before.
     *
     * @throws jinbo.participant.operation.InvalidOperationException if options do not go together
     */
    default void check() {}

    /**
     * Does it.
     *
     * @throws Exception if it cannot be done
     */
    Object answer(FileTaskContext context) throws Exception;
}
