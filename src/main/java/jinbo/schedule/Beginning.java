package jinbo.schedule;

import java.util.Optional;

/** What becomes of a run whose time has come. */
sealed interface Beginning {

    /** It begins. */
    record Begin() implements Beginning {}

    /**
     * It waits.
     *
     * @param until then
     */
    record Wait(NextRun until) implements Beginning {}

    /**
     * It was missed and is left out.
     *
     * @param next the one after it; empty if none is due any more
     */
    record Skip(Optional<NextRun> next) implements Beginning {}
}
