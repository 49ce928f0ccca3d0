package jinbo.batch.schedule;

import java.util.function.Function;

/** @param isForEachInsurer whether each insurer has runs of its own, in parallel on all nodes */
public record ScheduledJob(String name, boolean isForEachInsurer, Function<RunRequest, RunReport> work) {

    RunReport run(RunRequest request) {
        return work.apply(request);
    }
}
