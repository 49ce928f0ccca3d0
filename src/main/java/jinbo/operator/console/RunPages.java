package jinbo.operator.console;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import jinbo.batch.schedule.RecordedRun;
import jinbo.batch.schedule.RecordedRuns;
import jinbo.batch.schedule.UnfinishedWork;
import jinbo.batch.schedule.UpcomingRuns;
import jinbo.operator.job.JobOperations.RunJob;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.staff.SignedInPerson;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Runs: the planned ones, those that were and what they have left undone; and where one is begun now. */
@ConsolePage
record RunPages(UpcomingRuns upcoming, RecordedRuns recorded, RunsInBackground background, PageAccess pageAccess) {

    private static final int NEWEST = 100;

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

    @GetMapping("/runs")
    String runs(Model model) {
        model.addAttribute(
                "planned", upcoming.all().stream().map(RunPages::planned).toList());
        model.addAttribute(
                "ran", recorded.newest(NEWEST).stream().map(this::ran).toList());
        model.addAttribute("begun", background.newest());
        return "runs";
    }

    @PostMapping("/runs")
    String run(@AuthenticationPrincipal SignedInPerson by, @RequestParam RunsInBackground.Job job) {
        pageAccess.require(by, RunJob.class, "run " + job.job());
        background.begin(job, Optional.empty());
        return "redirect:/runs";
    }

    private static Planned planned(UpcomingRuns.UpcomingRun run) {
        return new Planned(
                run.key().job(),
                run.key().insurer().map(InsurerCode::value).orElse(PageFormat.NOTHING),
                PageFormat.time(run.at()),
                run.failures(),
                run.node().orElse(PageFormat.NOTHING));
    }

    private Ran ran(RecordedRun run) {
        return new Ran(
                run.key().job(),
                run.key().insurer().map(InsurerCode::value).orElse(PageFormat.NOTHING),
                PageFormat.time(run.dueAt()),
                run.attempt() + 1,
                PageFormat.time(run.beganAt()),
                took(Optional.of(run.beganAt()), run.end().map(RecordedRun.End::at)),
                run.node(),
                run.end().map(end -> end.outcome().name()).orElse("RUNNING"),
                run.end().map(end -> PageFormat.count(end.done())).orElse(PageFormat.NOTHING),
                recorded.findUnfinished(run.id()).stream().map(RunPages::left).toList());
    }

    private static String left(UnfinishedWork undone) {
        return undone.insurer().map(insurer -> insurer + ": ").orElse("") + undone.what();
    }

    private static String took(Optional<Instant> from, Optional<Instant> until) {
        return from.isPresent() && until.isPresent()
                ? PageFormat.took(Duration.between(from.get(), until.get()))
                : PageFormat.NOTHING;
    }
}
