package jinbo.batch.schedule;

import java.util.function.Function;

/** A scheduled job. If {@code isForEachInsurer}, each insurer has its own runs, in parallel on all nodes. */
public record ScheduledJob(String name, boolean isForEachInsurer, Function<RunRequest, RunReport> work) {

    RunReport run(RunRequest request) {
        return work.apply(request);
    }
}
