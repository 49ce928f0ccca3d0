package jinbo.operator;

/** A command that needs only files. It must not create a home, which its users do not have. */
public interface FileTask {

    /** Checks the combination of options, before any file is read. */
    default void check() {}

    Object answer(FileTaskContext context) throws Exception;
}
