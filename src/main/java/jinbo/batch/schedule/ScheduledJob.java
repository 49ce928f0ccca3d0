package jinbo.batch.schedule;

import java.util.function.Function;

/**
 * @param name as in {@code run JOB} and {@code jobs/<job>.yaml}
 * @param isForEachInsurer whether each insurer has runs of its own, in parallel on all nodes
 * @param work an exception counts as unfinished work for all
 */
public record ScheduledJob(String name, boolean isForEachInsurer, Function<RunRequest, RunReport> work) {

    RunReport run(RunRequest request) {
        return work.apply(request);
    }
}
