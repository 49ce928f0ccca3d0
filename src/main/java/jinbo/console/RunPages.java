package jinbo.console;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import jinbo.insurer.InsurerCode;
import jinbo.job.RecordedExecution;
import jinbo.job.RecordedExecutions;
import jinbo.person.Duty;
import jinbo.person.SignedInPerson;
import jinbo.schedule.LeftUndone;
import jinbo.schedule.RecordedRun;
import jinbo.schedule.RecordedRuns;
import jinbo.schedule.UpcomingRun;
import jinbo.schedule.UpcomingRuns;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Runs: the planned ones, those that were, what they have left undone, and each of Batch's executions with its steps. */
@ConsolePage
class RunPages {

    private static final int NEWEST = 100;

    /** Batch reads each with several queries. */
    private static final int EXECUTIONS = 50;

    private final UpcomingRuns upcoming;
    private final RecordedRuns recorded;
    private final RecordedExecutions executions;
    private final RunsInBackground background;
    private final Doorkeeper doorkeeper;

    RunPages(
            UpcomingRuns upcoming,
            RecordedRuns recorded,
            RecordedExecutions executions,
            RunsInBackground background,
            Doorkeeper doorkeeper) {
        this.upcoming = upcoming;
        this.recorded = recorded;
        this.executions = executions;
        this.background = background;
        this.doorkeeper = doorkeeper;
    }

    /** A planned run, or one under way: its job, insurer, time, failures before it and node. */
    public record Planned(String job, String insurer, String at, int failures, String node) {}

    /** A run that was: with what it has left undone. */
    public record Ran(
            String job,
            String insurer,
            String due,
            int attempt,
            String began,
            String took,
            String node,
            String outcome,
            String done,
            List<String> left) {}

    /** An execution of Batch: with its steps, and by which job it is gone on with if it has not come to its end. */
    public record Executed(
            long id,
            String job,
            String of,
            String status,
            String began,
            String took,
            List<StepRow> steps,
            String goneOnWithBy) {}

    /** A step of it. */
    public record StepRow(String name, String status, String read, String written, String took) {}

    @GetMapping("/runs")
    String runs(Model model) {
        model.addAttribute(
                "planned", upcoming.all().stream().map(RunPages::planned).toList());
        model.addAttribute(
                "ran", recorded.newest(NEWEST).stream().map(this::ran).toList());
        model.addAttribute("begun", background.newest());
        return "runs";
    }

    @GetMapping("/executions")
    String executions(Model model) {
        model.addAttribute(
                "executions",
                executions.newest(EXECUTIONS).stream().map(RunPages::executed).toList());
        return "executions";
    }

    @PostMapping("/runs")
    String run(@AuthenticationPrincipal SignedInPerson by, Locale locale, @RequestParam RunsInBackground.Job job) {
        doorkeeper.require(by, Duty.RUN_JOBS, "run " + job.command());
        background.begin(by, locale, Words.of("run").value(job.command()));
        return "redirect:/runs";
    }

    private static Planned planned(UpcomingRun run) {
        return new Planned(
                run.key().job(),
                run.key().insurer().map(InsurerCode::value).orElse(Shown.NOTHING),
                Shown.time(run.at()),
                run.failures(),
                run.node().orElse(Shown.NOTHING));
    }

    private Ran ran(RecordedRun run) {
        return new Ran(
                run.key().job(),
                run.key().insurer().map(InsurerCode::value).orElse(Shown.NOTHING),
                Shown.time(run.dueAt()),
                run.attempt() + 1,
                Shown.time(run.beganAt()),
                took(Optional.of(run.beganAt()), run.end().map(RecordedRun.End::at)),
                run.node(),
                run.end().map(end -> end.outcome().name()).orElse("RUNNING"),
                run.end().map(end -> Shown.count(end.done())).orElse(Shown.NOTHING),
                recorded.leftBy(run.id()).stream().map(RunPages::left).toList());
    }

    private static String left(LeftUndone undone) {
        return undone.insurer().map(insurer -> insurer + ": ").orElse("") + undone.what();
    }

    private static Executed executed(RecordedExecution execution) {
        return new Executed(
                execution.id(),
                execution.job(),
                String.join(
                        ", ",
                        execution.of().entrySet().stream()
                                .map(entry -> entry.getKey() + " " + entry.getValue())
                                .toList()),
                execution.status(),
                execution.beganAt().map(Shown::timeToTheSecond).orElse(Shown.NOTHING),
                took(execution.beganAt(), execution.endedAt()),
                execution.steps().stream()
                        .map(step -> new StepRow(
                                step.name(),
                                step.status(),
                                Shown.count(step.read()),
                                Shown.count(step.written()),
                                took(step.beganAt(), step.endedAt())))
                        .toList(),
                goneOnWithBy(execution));
    }

    private static String goneOnWithBy(RecordedExecution execution) {
        if (!execution.status().equals("FAILED") && !execution.status().equals("STOPPED")) {
            return "";
        }
        return execution.job().startsWith("collect")
                ? RunsInBackground.Job.COLLECT.name()
                : execution.job().startsWith("publish") ? RunsInBackground.Job.PUBLISH.name() : "";
    }

    private static String took(Optional<Instant> from, Optional<Instant> until) {
        return from.isPresent() && until.isPresent()
                ? Shown.took(Duration.between(from.get(), until.get()))
                : Shown.NOTHING;
    }
}
