package jinbo.operator.cli;

import jinbo.participant.operation.Outline;

/** A command that can open data or change outcomes: where there are people, one asks for it and another confirms it. */
interface RequiresSecondPerson extends Task {

    /**
     * What it would do, without doing it; the second person reads this, made from what is stored.
     *
     * @throws Exception if it could not be done; {@link Failure} puts that into words
     */
    Outline outline(Installation installation) throws Exception;

    /**
     * Makes sure that a person may be one of the two, beyond what its role says; asked of both.
     *
     * @param person its name
     * @throws RuntimeException if not; {@link Failure} puts that into words
     */
    default void requireFit(String person, Installation installation) {}

    /**
     * The words as they are kept for the second person: with what both have to look at, if that could change in between.
     *
     * @throws Exception if it is another one already; {@link Failure} puts that into words
     */
    default CommandWords kept(CommandWords words, Installation installation) throws Exception {
        return words;
    }
}
