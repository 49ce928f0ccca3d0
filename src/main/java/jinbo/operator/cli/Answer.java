package jinbo.operator.cli;

import jinbo.participant.operation.Incomplete;

/** What a command has to say: a record, written as JSON as it is, or told on a page in a way of its own. */
interface Answer extends Incomplete {

    /** Writes it for people. */
    void tell(Page page);

    @Override
    default boolean complete() {
        return true;
    }
}
