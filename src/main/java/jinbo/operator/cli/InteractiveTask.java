package jinbo.operator.cli;

/** A command that may need to be told something that does not belong on a command line. */
interface InteractiveTask extends Task {

    /**
     * Asks for it, after {@link #check} and before anything is opened.
     *
     * @throws UsageException if it is not told, or is no use
     */
    void ask(Terminal terminal, Texts texts);
}
