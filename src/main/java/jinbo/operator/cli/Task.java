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

    /**
     * Whether it works until it is told to end. What opening the home does is then told step by step, for the log of a service, and
     * all parts are made at the start, so that what is wrong with one is told then; other commands make those that they use.
     */
    default boolean isService() {
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
    Object answer(Installation installation) throws Exception;
}
