package jinbo.command;

/** What a command does, once it is known what was typed. */
interface Task {

    /**
     * Looks at what was typed as a whole; nothing is opened before.
     *
     * @throws WrongUse if options do not go together
     */
    default void check() {}

    /**
     * Does it.
     *
     * @throws Exception if it cannot be done; {@link Failure} puts that into words
     */
    Answer answer(Installation installation) throws Exception;
}
