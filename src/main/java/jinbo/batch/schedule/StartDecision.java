package jinbo.batch.schedule;

import java.util.Optional;

/** What becomes of a run whose time has come. */
sealed interface StartDecision {

    /**
     * It begins.
     *
     * @param state of it: that of the run which is due, where a try has waited until then
     */
    record Begin(RunState state) implements StartDecision {}

    /**
     * It waits.
     *
     * @param until then
     */
    record Wait(NextRun until) implements StartDecision {}

    /**
     * It was missed and is left out.
     *
     * @param next the one after it; empty if none is due any more
     */
    record Skip(Optional<NextRun> next) implements StartDecision {}
}
