package jinbo.batch.schedule;

/** A job that runs by schedule. */
public interface ScheduledJob {

    /** Its name, as in {@code run JOB} and {@code jobs/<job>.yaml}. */
    String name();

    /** Whether each insurer has runs of its own, which go side by side on whichever node is free. */
    boolean isForEachInsurer();

    /** Runs once. What is thrown is what was left undone, for all. */
    RunReport run(RunRequest request);
}
