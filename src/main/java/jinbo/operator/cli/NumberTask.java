package jinbo.operator.cli;

/**
 * A command that changes what is registered of one number. While it waits for a second person, the number lies apart from its
 * words, behind the gate, and is handed to it when it is carried out.
 */
interface NumberTask extends RequiresSecondPerson, InteractiveTask {

    /** The number, and why. */
    OneNumber number();

    @Override
    default void check() {
        number().check();
    }

    @Override
    default void ask(Terminal terminal, Texts texts) {
        number().ask(terminal, texts);
    }
}
