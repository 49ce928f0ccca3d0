package jinbo.operator.console;

import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import jinbo.batch.StopRequest;
import jinbo.participant.staff.SignedInPerson;
import org.springframework.beans.factory.DisposableBean;

/** Runs of jobs that somebody has asked for here: nobody waits for their pages, and what they told can be read afterwards. */
class RunsInBackground implements DisposableBean {

    private static final int KEPT = 20;

    private final PageCommands pageCommands;
    private final StopRequest stop;
    private final Clock clock;
    private final ExecutorService oneByOne =
            Executors.newSingleThreadExecutor(work -> new Thread(work, "console-runs"));
    private final Deque<Begun> begun = new ArrayDeque<>();

    RunsInBackground(PageCommands pageCommands, StopRequest stop, Clock clock) {
        this.pageCommands = pageCommands;
        this.stop = stop;
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
    public record Begun(String command, String by, String at, Optional<CommandResult> told) {

        /** How it ended, or that it has not. */
        public String end() {
            return told.map(CommandResult::kind).orElse("running");
        }

        /** What it told. */
        public List<CommandResult.Part> parts() {
            return told.map(CommandResult::parts).orElse(List.of());
        }
    }

    /** Begins a run, unless the same one waits or is under way already. */
    void begin(SignedInPerson by, Locale locale, CommandLineBuilder commandLineBuilder) {
        Begun run = new Begun(
                String.join(" ", commandLineBuilder.list()),
                by.name(),
                PageFormat.timeToTheSecond(clock.instant()),
                Optional.empty());
        if (keep(run)) {
            oneByOne.execute(() -> perform(run, by, locale, commandLineBuilder));
        }
    }

    private void perform(Begun run, SignedInPerson by, Locale locale, CommandLineBuilder commandLineBuilder) {
        CommandResult commandResult = new CommandResult(CommandResult.End.NOT_DONE, List.of());
        try {
            commandResult = pageCommands.ask(by, locale, commandLineBuilder.list());
        } finally {
            ended(run, commandResult);
        }
    }

    /** The newest first. */
    synchronized List<Begun> newest() {
        return List.copyOf(begun);
    }

    private synchronized boolean keep(Begun run) {
        boolean waits = begun.stream()
                .anyMatch(one -> one.told().isEmpty() && one.command().equals(run.command()));
        if (!waits) {
            begun.addFirst(run);
        }
        while (begun.size() > KEPT) {
            begun.removeLast();
        }
        return !waits;
    }

    private synchronized void ended(Begun run, CommandResult commandResult) {
        List<Begun> all = begun.stream()
                .map(one -> one == run ? new Begun(run.command(), run.by(), run.at(), Optional.of(commandResult)) : one)
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
