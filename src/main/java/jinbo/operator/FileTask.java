package jinbo.operator;

/** A command that needs only files. Auditors, insurers and remote portals have no home, and such a command must not create one. */
public interface FileTask {

    /** Checks the combination of options, before any file is read. */
    default void check() {}

    Object answer(FileTaskContext context) throws Exception;
}
