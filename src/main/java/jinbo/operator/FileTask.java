package jinbo.operator;

/** A command that needs only files. Its users have no home, so it must not create one. */
public interface FileTask {

    /** Checks that the options can be combined, before any file is read. */
    default void check() {}

    Object answer(FileTaskContext context) throws Exception;
}
