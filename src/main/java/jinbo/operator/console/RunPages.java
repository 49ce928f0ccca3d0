package jinbo.operator.console;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import jinbo.batch.RecordedExecutions;
import jinbo.batch.RecordedExecutions.RecordedExecution;
import jinbo.batch.schedule.RecordedRun;
import jinbo.batch.schedule.RecordedRuns;
import jinbo.batch.schedule.RunOutcome;
import jinbo.batch.schedule.UnfinishedWork;
import jinbo.batch.schedule.UpcomingRuns;
import jinbo.operator.console.ListView.Cell;
import jinbo.operator.console.ListView.Column;
import jinbo.operator.console.ListView.Filter;
import jinbo.operator.console.ListView.Kind;
import jinbo.operator.console.ListView.Layout;
import jinbo.operator.console.ListView.Option;
import jinbo.operator.console.ListView.Row;
import jinbo.operator.job.JobName;
import jinbo.operator.job.JobOperations.RunJob;
import jinbo.participant.insurer.InsurerCode;
import jinbo.registry.blocklist.BlockLists;
import jinbo.registry.blocklist.SealedList;
import jinbo.registry.inbound.InboundFiles;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The pages with planned and recorded runs, executions of Spring Batch, and the forms that start a run. */
@ConsolePage
record RunPages(
        UpcomingRuns upcoming,
        RecordedRuns recorded,
        RecordedExecutions executions,
        InboundFiles inbound,
        BlockLists blockLists,
        BackgroundRuns background,
        PageOperations operations,
        Lists lists,
        Clock clock) {

    private static final int NEWEST_OF_EACH_JOB = 10;

    public record Planned(String job, String insurer, String at, int failures, String node) {}

    private static final Layout LAYOUT = new Layout(
            "runs",
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
        List<Filter> filters = List.of(
                Filter.tabs("outcome", "runs.outcome", Option.messages("outcome.", RunOutcome.values())),
                Filter.of("job", "job", Kind.CHOICE, jobs()),
                lists.insurerFilter());
        Optional<RunOutcome> outcome = query.find("outcome", RunOutcome.class);
        List<Row> rows =
                recorded
                        .newest(query.find("job"), lists.insurer(query), outcome, query.limit(), query.offset())
                        .stream()
                        .map(run -> row(run, insurers))
                        .toList();
        return lists.show(LAYOUT.page(query, filters, rows), "runs", model);
    }

    @PostMapping("/runs")
    String run(@RequestParam BackgroundRuns.Job job) {
        operations.require(RunJob.class, "run " + job.job());
        background.start(job, Optional.empty());
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
                Cell.message("job." + run.key().job()),
                run.key().insurer().map(insurers).orElse(Cell.NOTHING),
                Cell.time(run.dueAt(), clock.instant()),
                Cell.number(run.attempt() + 1L),
                Cell.text(PageFormat.took(Optional.of(run.beganAt()), run.end().map(RecordedRun.End::at))),
                Cell.mark("outcome.", run.end().map(end -> end.outcome().name()).orElse("RUNNING")),
                run.end().map(end -> Cell.number(end.done())).orElse(Cell.NOTHING),
                Cell.text(recorded.findUnfinished(run.id()).stream()
                        .map(RunPages::left)
                        .collect(Collectors.joining("; "))));
    }

    private static Option[] jobs() {
        return Arrays.stream(JobName.values())
                .map(job -> new Option(job.toString(), "job." + job))
                .toArray(Option[]::new);
    }

    private static String left(UnfinishedWork work) {
        return work.insurer().map(insurer -> insurer + ": ").orElse("") + PageFormat.recorded(work.what());
    }

    /** An execution; {@code goneOnWithBy} is the job that will continue it, empty if it is complete. */
    public record ExecutionRow(
            long id,
            String job,
            String of,
            long file,
            String status,
            String began,
            String took,
            String rows,
            String accepted,
            String refused,
            List<StepRow> steps,
            String goneOnWithBy) {}

    public record StepRow(String name, String status, String began, String took) {}

    private record Worked(String of, long file, String rows, String accepted, String refused) {

        Worked(String of, String rows) {
            this(of, 0, rows, PageFormat.NOTHING, PageFormat.NOTHING);
        }
    }

    @GetMapping("/executions")
    String executions(Model model) {
        model.addAttribute(
                "executions",
                executions.newest(NEWEST_OF_EACH_JOB).stream().map(this::row).toList());
        return "executions";
    }

    private ExecutionRow row(RecordedExecution execution) {
        Worked worked = worked(execution.of());
        return new ExecutionRow(
                execution.id(),
                execution.job(),
                worked.of(),
                worked.file(),
                execution.status(),
                execution.beganAt().map(PageFormat::timeToTheSecond).orElse(PageFormat.NOTHING),
                PageFormat.took(execution.beganAt(), execution.endedAt()),
                worked.rows(),
                worked.accepted(),
                worked.refused(),
                execution.steps().stream()
                        .map(step -> new StepRow(
                                step.name(),
                                step.status(),
                                step.beganAt().map(PageFormat::timeToTheSecond).orElse(PageFormat.NOTHING),
                                PageFormat.took(step.beganAt(), step.endedAt())))
                        .toList(),
                goneOnWithBy(execution));
    }

    private Worked worked(Map<String, String> parameters) {
        Optional<FileRow> file = Optional.ofNullable(parameters.get("inbound-file"))
                .map(Long::valueOf)
                .flatMap(inbound::find)
                .map(FileRow::of);
        if (file.isPresent()) {
            FileRow known = file.get();
            return new Worked(known.name(), known.id(), known.rows(), known.accepted(), known.refused());
        }
        Optional<SealedList> list = Optional.ofNullable(parameters.get("sequence"))
                .flatMap(sequence -> blockLists.find(
                        new InsurerCode(parameters.getOrDefault("insurer", "")), Integer.parseInt(sequence)));
        String description = parameters.entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .collect(Collectors.joining(", "));
        return list.map(SealedList::manifest)
                .map(known -> new Worked(known.listName().fileName(), PageFormat.count(known.rows())))
                .orElseGet(() -> new Worked(description, PageFormat.NOTHING));
    }

    private static String goneOnWithBy(RecordedExecution execution) {
        if (!execution.status().equals("FAILED") && !execution.status().equals("STOPPED")) {
            return "";
        }
        return execution.job().startsWith("collect")
                ? BackgroundRuns.Job.COLLECT.name()
                : execution.job().startsWith("publish") ? BackgroundRuns.Job.PUBLISH.name() : "";
    }
}
