package jinbo.operator.cli;

/**
 * What a command does with files alone, where an operation needs an open home: an auditor, an insurer and a portal of its own have no
 * home, and must not make one.
 */
interface FileTask {

    /**
     * Looks at what was typed as a whole; nothing is read before.
     *
     * @throws jinbo.participant.operation.InvalidOperationException if options do not go together
     */
    default void check() {}

    /**
     * Does it.
     *
     * @throws Exception if it cannot be done; {@link Failure} puts that into words
     */
    Object answer(FileTaskContext fileTaskContext) throws Exception;
}
