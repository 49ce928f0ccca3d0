package jinbo.operator.console;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jinbo.batch.schedule.RecordedRun;
import jinbo.batch.schedule.RecordedRuns;
import jinbo.batch.schedule.RunOutcome;
import jinbo.batch.schedule.UnfinishedWork;
import jinbo.batch.schedule.UpcomingRuns;
import jinbo.operator.console.ListView.Cell;
import jinbo.operator.console.ListView.Column;
import jinbo.operator.console.ListView.Filter;
import jinbo.operator.console.ListView.Kind;
import jinbo.operator.console.ListView.Option;
import jinbo.operator.console.ListView.Row;
import jinbo.operator.job.JobName;
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
record RunPages(
        UpcomingRuns upcoming,
        RecordedRuns recorded,
        RunsInBackground background,
        PageAccess pageAccess,
        Lists lists,
        Clock clock) {

    /** A planned run, or one under way: its job, insurer, time, failures before it and node. */
    public record Planned(String job, String insurer, String at, int failures, String node) {}

    private static final List<Column> COLUMNS = List.of(
            ListView.column("job"),
            ListView.column("insurer"),
            ListView.column("runs.due"),
            new Column("runs.attempt", false, true),
            ListView.column("runs.took"),
            ListView.column("runs.outcome"),
            new Column("runs.done", false, true),
            ListView.column("runs.left"));

    @GetMapping("/runs")
    Object runs(HttpServletRequest request, Model model) {
        ListQuery query = ListQuery.of(request);
        Function<InsurerCode, Cell> insurers = lists.insurerCells();
        model.addAttribute(
                "planned", upcoming.all().stream().map(RunPages::planned).toList());
        model.addAttribute("begun", background.newest());
        return lists.show(
                ListView.paged(
                        query,
                        "runs",
                        Lists.filters(
                                Filter.of("outcome", "runs.outcome", Kind.TABS, outcomes()),
                                Filter.of("job", "job", Kind.CHOICE, jobs()),
                                lists.insurerFilter()),
                        COLUMNS,
                        recorded
                                .newest(
                                        query.find("job"),
                                        lists.insurer(query),
                                        query.find("outcome", RunOutcome.class),
                                        query.limit(),
                                        query.offset())
                                .stream()
                                .map(run -> row(run, insurers))
                                .toList()),
                "runs",
                model);
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

    private Row row(RecordedRun run, Function<InsurerCode, Cell> insurers) {
        return new Row(
                Long.toString(run.id()),
                List.of(
                        Cell.message("job." + run.key().job()),
                        run.key().insurer().map(insurers).orElse(Cell.NOTHING),
                        Cell.time(run.dueAt(), clock.instant()),
                        Cell.number(run.attempt() + 1L),
                        Cell.text(took(Optional.of(run.beganAt()), run.end().map(RecordedRun.End::at))),
                        Cell.mark(
                                "outcome.",
                                run.end().map(end -> end.outcome().name()).orElse("RUNNING")),
                        run.end().map(end -> Cell.number(end.done())).orElse(Cell.NOTHING),
                        Cell.text(recorded.findUnfinished(run.id()).stream()
                                .map(RunPages::left)
                                .collect(Collectors.joining("; ")))));
    }

    private static Option[] outcomes() {
        return Stream.concat(
                        Stream.of(new Option("", "list.all", "")),
                        Stream.of(Option.messages("outcome.", RunOutcome.values())))
                .toArray(Option[]::new);
    }

    private static Option[] jobs() {
        return Arrays.stream(JobName.values())
                .map(job -> new Option(job.toString(), "job." + job, ""))
                .toArray(Option[]::new);
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
