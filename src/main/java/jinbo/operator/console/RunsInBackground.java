package jinbo.operator.console;

import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import jinbo.batch.StopRequest;
import jinbo.operator.job.JobName;
import jinbo.operator.job.JobOperations.RunJob;
import jinbo.participant.insurer.InsurerCode;
import org.springframework.beans.factory.DisposableBean;

/** Runs of jobs that somebody has asked for here: nobody waits for their pages, and what they came to can be read afterwards. */
class RunsInBackground implements DisposableBean {

    private static final int KEPT = 20;

    private final PageOperations operations;
    private final StopRequest stop;
    private final Clock clock;
    private final ExecutorService oneByOne =
            Executors.newSingleThreadExecutor(work -> new Thread(work, "console-runs"));
    private final Deque<Begun> begun = new ArrayDeque<>();

    RunsInBackground(PageOperations operations, StopRequest stop, Clock clock) {
        this.operations = operations;
        this.stop = stop;
        this.clock = clock;
    }

    enum Job {
        /** Fetches uploads and judges them. */
        COLLECT(JobName.COLLECT_UPLOADS),
        /** Makes lists and delivers them. */
        PUBLISH(JobName.PUBLISH_BLOCK_LISTS),
        /** Looks for what needs a person. */
        WATCH(JobName.WATCH);

        private final JobName job;

        Job(JobName job) {
            this.job = job;
        }

        JobName job() {
            return job;
        }
    }

    /**
     * A run.
     *
     * @param what the job, and the insurer if it is for one
     * @param by who asked for it
     * @param at when
     * @param answer what it has come to; empty until it has ended
     */
    public record Begun(String what, String by, String at, Optional<PageAnswer> answer) {

        public String end() {
            return answer.map(PageAnswer::kind).orElse("running");
        }

        /** What is said of that. */
        public List<PageAnswer.Part> parts() {
            return answer.map(PageAnswer::parts).orElse(List.of());
        }
    }

    /** Begins a run, unless the same one waits or is under way already. */
    void begin(Job job, Optional<InsurerCode> insurer) {
        Visitor visitor = Visitor.current();
        Begun run = new Begun(
                job.job() + insurer.map(code -> " " + code).orElse(""),
                visitor.person().name(),
                PageFormat.timeToTheSecond(clock.instant()),
                Optional.empty());
        if (keep(run)) {
            oneByOne.execute(() -> perform(run, visitor, new RunJob(job.job(), insurer, false)));
        }
    }

    private void perform(Begun run, Visitor visitor, RunJob operation) {
        PageAnswer answer = new PageAnswer(PageAnswer.End.NOT_DONE, List.of());
        try {
            answer = operations.ask(visitor, () -> operation);
        } finally {
            ended(run, answer);
        }
    }

    /** The newest first. */
    synchronized List<Begun> newest() {
        return List.copyOf(begun);
    }

    private synchronized boolean keep(Begun run) {
        boolean waits = begun.stream()
                .anyMatch(one -> one.answer().isEmpty() && one.what().equals(run.what()));
        if (!waits) {
            begun.addFirst(run);
        }
        while (begun.size() > KEPT) {
            begun.removeLast();
        }
        return !waits;
    }

    private synchronized void ended(Begun run, PageAnswer answer) {
        List<Begun> all = begun.stream()
                .map(one -> one == run ? new Begun(run.what(), run.by(), run.at(), Optional.of(answer)) : one)
                .toList();
        begun.clear();
        begun.addAll(all);
    }

    /** Nothing more begins; what is under way hears of the program's end by itself, and is waited for as long as that may take. */
    @Override
    public void destroy() throws InterruptedException {
        oneByOne.shutdown();
        if (!oneByOne.awaitTermination(stop.within().toMillis(), TimeUnit.MILLISECONDS)) {
            oneByOne.shutdownNow();
        }
    }
}
