package jinbo.console;

import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import jinbo.person.SignedInPerson;
import org.springframework.beans.factory.DisposableBean;

/** Runs of jobs that somebody has asked for here: nobody waits for their pages, and what they told can be read afterwards. */
class RunsInBackground implements DisposableBean {

    private static final int KEPT = 20;

    private final Counter counter;
    private final Clock clock;
    private final ExecutorService oneByOne =
            Executors.newSingleThreadExecutor(work -> new Thread(work, "console-runs"));
    private final Deque<Begun> begun = new ArrayDeque<>();

    RunsInBackground(Counter counter, Clock clock) {
        this.counter = counter;
        this.clock = clock;
    }

    /** The jobs that can be run from here. */
    enum Job {
        /** Fetches uploads and judges them. */
        COLLECT,
        /** Makes lists and delivers them. */
        PUBLISH,
        /** Looks for what needs a person. */
        WATCH;

        String command() {
            return switch (this) {
                case COLLECT -> "collect-uploads";
                case PUBLISH -> "publish-block-lists";
                case WATCH -> "watch";
            };
        }
    }

    /**
     * A run.
     *
     * @param command in one line
     * @param by who asked for it
     * @param at when
     * @param told what it told; empty until it has ended
     */
    public record Begun(String command, String by, String at, Optional<Told> told) {

        /** How it ended, or that it has not. */
        public String end() {
            return told.map(Told::kind).orElse("running");
        }

        /** What it told. */
        public List<Told.Part> parts() {
            return told.map(Told::parts).orElse(List.of());
        }
    }

    void begin(SignedInPerson by, Locale locale, Words words) {
        Begun run = new Begun(
                String.join(" ", words.list()), by.name(), Shown.timeToTheSecond(clock.instant()), Optional.empty());
        keep(run);
        oneByOne.execute(() -> ended(run, counter.ask(by, locale, words.list())));
    }

    /** The newest first. */
    synchronized List<Begun> newest() {
        return List.copyOf(begun);
    }

    private synchronized void keep(Begun run) {
        begun.addFirst(run);
        while (begun.size() > KEPT) {
            begun.removeLast();
        }
    }

    private synchronized void ended(Begun run, Told told) {
        List<Begun> all = begun.stream()
                .map(one -> one == run ? new Begun(run.command(), run.by(), run.at(), Optional.of(told)) : one)
                .toList();
        begun.clear();
        begun.addAll(all);
    }

    /** What is under way ends as it does when the program ends; nothing more begins. */
    @Override
    public void destroy() {
        oneByOne.shutdownNow();
    }
}
