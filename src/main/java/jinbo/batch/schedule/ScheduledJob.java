package jinbo.batch.schedule;

import java.util.function.Function;

/**
 * @param name as in {@code run JOB} and {@code jobs/<job>.yaml}
 * @param isForEachInsurer whether each insurer has runs of its own, which go side by side on whichever node is free
 * @param work runs once; what is thrown is what was left undone, for all
 */
public record ScheduledJob(String name, boolean isForEachInsurer, Function<RunRequest, RunReport> work) {

    RunReport run(RunRequest request) {
        return work.apply(request);
    }
}
