package jinbo.operator.cli;

/** What a command has to say: a record, written as JSON as it is, or told on a page. */
interface Answer {

    /** Writes it for people. */
    void tell(Page page);

    /** Whether everything that was asked for is done; if not, the exit code is 1. */
    default boolean complete() {
        return true;
    }
}
