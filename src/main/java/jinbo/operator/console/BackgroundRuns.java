package jinbo.operator.console;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import jinbo.batch.StopRequest;
import jinbo.operator.job.JobName;
import jinbo.operator.job.JobOperations.RunJob;
import jinbo.participant.insurer.InsurerCode;
import org.springframework.beans.factory.DisposableBean;

/** Performs the runs of jobs that people start on pages, one after the other, and keeps the results for the pages. */
class BackgroundRuns implements DisposableBean {

    private static final int KEPT = 20;

    private final PageOperations operations;
    private final StopRequest stop;
    private final Clock clock;
    private final ExecutorService oneByOne =
            Executors.newSingleThreadExecutor(work -> new Thread(work, "console-runs"));
    private final Deque<Run> runs = new ArrayDeque<>();

    BackgroundRuns(PageOperations operations, StopRequest stop, Clock clock) {
        this.operations = operations;
        this.stop = stop;
        this.clock = clock;
    }

    enum Job {
        COLLECT(JobName.COLLECT_UPLOADS),
        PUBLISH(JobName.PUBLISH_BLOCK_LISTS),
        WATCH(JobName.WATCH);

        private final JobName job;

        Job(JobName job) {
            this.job = job;
        }

        JobName job() {
            return job;
        }
    }

    /** A run; {@code ended} and {@code answer} are empty until it ends. */
    public record Run(String what, String by, String at, Optional<Instant> ended, Optional<PageAnswer> answer) {

        public String job() {
            return what.replaceFirst(" .*", "");
        }

        /** The code of the insurer for which the job runs; empty for all insurers. */
        public String insurer() {
            return what.substring(job().length()).strip();
        }

        public String end() {
            return answer.map(PageAnswer::kind).orElse("running");
        }

        public List<PageAnswer.Part> parts() {
            return answer.map(PageAnswer::parts).orElse(List.of());
        }
    }

    /** Starts a run, unless the same run is waiting or in progress. */
    void start(Job job, Optional<InsurerCode> insurer) {
        PageOperations.Visitor visitor = PageOperations.Visitor.current();
        Run run = new Run(
                job.job() + insurer.map(code -> " " + code).orElse(""),
                visitor.person().name(),
                PageFormat.timeToTheSecond(clock.instant()),
                Optional.empty(),
                Optional.empty());
        if (addUnlessPending(run)) {
            oneByOne.execute(() -> perform(run, visitor, () -> new RunJob(job.job(), insurer, false)));
        }
    }

    private void perform(Run run, PageOperations.Visitor visitor, Supplier<RunJob> operation) {
        PageAnswer answer = new PageAnswer(PageAnswer.End.NOT_DONE, List.of());
        try {
            answer = operations.execute(visitor, operation);
        } finally {
            finish(run, answer);
        }
    }

    synchronized List<Run> newest() {
        return List.copyOf(runs);
    }

    private synchronized boolean addUnlessPending(Run run) {
        boolean waits = runs.stream()
                .anyMatch(one -> one.answer().isEmpty() && one.what().equals(run.what()));
        if (!waits) {
            runs.addFirst(run);
        }
        while (runs.size() > KEPT) {
            runs.removeLast();
        }
        return !waits;
    }

    private synchronized void finish(Run run, PageAnswer answer) {
        List<Run> all = runs.stream()
                .map(one -> one == run
                        ? new Run(run.what(), run.by(), run.at(), Optional.of(clock.instant()), Optional.of(answer))
                        : one)
                .toList();
        runs.clear();
        runs.addAll(all);
    }

    /** Waits for the run in progress, which also gets the stop request, for the time that a stop may take. */
    @Override
    public void destroy() throws InterruptedException {
        oneByOne.shutdown();
        if (!oneByOne.awaitTermination(stop.within().toMillis(), TimeUnit.MILLISECONDS)) {
            oneByOne.shutdownNow();
        }
    }
}
