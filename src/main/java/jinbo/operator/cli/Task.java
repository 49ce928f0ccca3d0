package jinbo.operator.cli;

import java.util.Optional;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.staff.Duty;

/** What a command does, once it is known what was typed. */
interface Task {

    /**
     * Looks at what was typed as a whole; nothing is opened before.
     *
     * @throws UsageException if options do not go together
     */
    default void check() {}

    /** What it asks of whoever types it: in which role, in how many persons. */
    Duty duty();

    /** What is done instead if, as it was typed, it is no matter of an installation; then no home is opened. */
    default Optional<FileTask> withoutHome() {
        return Optional.empty();
    }

    /** Whether what opening the home does is told step by step: nobody waits for its answer, but the log of a service has it. */
    default boolean tellsStart() {
        return false;
    }

    /** The insurer that it is about, if it is about one: by that its entry in the access log is found. */
    default Optional<InsurerCode> about() {
        return Optional.empty();
    }

    /**
     * Does it.
     *
     * @throws Exception if it cannot be done; {@link Failure} puts that into words
     */
    Answer answer(Installation installation) throws Exception;
}
