package jinbo.operator.console;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jinbo.batch.RecordedExecutions;
import jinbo.batch.RecordedExecutions.ExecutionFilter;
import jinbo.batch.RecordedExecutions.RecordedExecution;
import jinbo.batch.schedule.RecordedRun;
import jinbo.batch.schedule.RecordedRuns;
import jinbo.batch.schedule.RunOutcome;
import jinbo.batch.schedule.UnfinishedWork;
import jinbo.batch.schedule.UpcomingRuns;
import jinbo.exchange.format.FindingCode;
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
import jinbo.registry.inbound.InboundFile;
import jinbo.registry.inbound.InboundFiles;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The pages with planned and recorded runs, executions of Spring Batch, and the forms that start a run. */
@ConsolePage
record RunPages(
        UpcomingRuns upcoming,
        RecordedRuns recorded,
        RecordedExecutions executions,
        InboundFiles inbound,
        BackgroundRuns background,
        PageOperations operations,
        Lists lists,
        Clock clock) {

    private static final int NEWEST_OF_EACH_JOB = 10;
    /** Each execution takes several queries. */
    private static final int MOST_EXECUTIONS = 1000;

    public record Planned(String job, String insurer, String at, int failures, String node) {}

    /** A job that people can start, the outcome of its newest run with the time as its note, and its next run. */
    public record StartableJob(String name, String job, Optional<Cell> last, Optional<Cell> next) {}

    /** A run, and when it ended; a run in progress ends now at the earliest. */
    private record Last(Instant at, Cell outcome) {}

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

    private static final Layout EXECUTIONS = new Layout(
            "executions",
            ListView.column("job"),
            ListView.column("status"),
            ListView.column("executions.of"),
            ListView.column("executions.began"),
            new Column("runs.took", false, true));

    @GetMapping("/runs")
    Object runs(HttpServletRequest request, Model model) {
        ListQuery query = ListQuery.of(request);
        Function<InsurerCode, Cell> insurers = lists.insurerCells();
        List<UpcomingRuns.UpcomingRun> planned = upcoming.all();
        List<RecordedExecution> newest = executions.newest(NEWEST_OF_EACH_JOB);
        List<Long> held = held();
        model.addAttribute("planned", planned.stream().map(RunPages::planned).toList());
        model.addAttribute("begun", background.newest());
        model.addAttribute(
                "jobs",
                Arrays.stream(BackgroundRuns.Job.values())
                        .map(job -> startable(job, newest, held, planned))
                        .toList());
        List<Row> executed = newest.stream()
                .limit(NEWEST_OF_EACH_JOB)
                .map(one -> row(one, held, insurers))
                .toList();
        model.addAttribute("newest", EXECUTIONS.page(query, List.of(), executed));
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

    private StartableJob startable(
            BackgroundRuns.Job job,
            List<RecordedExecution> executions,
            List<Long> held,
            List<UpcomingRuns.UpcomingRun> planned) {
        String name = job.job().toString();
        Optional<Cell> next = planned.stream()
                .filter(run -> run.key().job().equals(name))
                .findFirst()
                .map(run -> Cell.time(run.at(), clock.instant()));
        return new StartableJob(job.name(), name, last(name, executions, held), next);
    }

    /** Finds the newest run: a scheduled one, one from a page or, known only from its execution, one from a command. */
    private Optional<Cell> last(String job, List<RecordedExecution> newest, List<Long> held) {
        Instant now = clock.instant();
        Stream<Last> scheduled = recorded.newest(Optional.of(job), Optional.empty(), Optional.empty(), 1, 0).stream()
                .map(run ->
                        new Last(run.end().map(RecordedRun.End::at).orElse(now), Cell.mark("outcome.", outcome(run))));
        Stream<Last> begun = background.newest().stream()
                .filter(run -> run.job().equals(job))
                .map(run -> new Last(run.ended().orElse(now), Cell.mark("answer.", run.end())));
        Stream<Last> executed = newest.stream()
                .filter(one -> one.job().equals(job))
                .flatMap(one ->
                        one
                                .beganAt()
                                .map(at -> new Last(at, status(one, held).to("/executions/" + one.id())))
                                .stream());
        return Stream.of(scheduled, begun, executed)
                .flatMap(some -> some)
                .max(Comparator.comparing(Last::at))
                .map(run -> run.outcome().note(PageFormat.time(run.at())));
    }

    private static String outcome(RecordedRun run) {
        return run.end().map(end -> end.outcome().name()).orElse("RUNNING");
    }

    private static Planned planned(UpcomingRuns.UpcomingRun run) {
        return new Planned(
                run.key().job(),
                run.key().insurer().map(InsurerCode::value).orElse(""),
                PageFormat.time(run.at()),
                run.failures(),
                run.node().orElse(""));
    }

    private Row row(RecordedRun run, Function<InsurerCode, Cell> insurers) {
        return new Row(
                Long.toString(run.id()),
                Cell.message("job." + run.key().job()),
                run.key().insurer().map(insurers).orElse(Cell.NOTHING),
                Cell.time(run.dueAt(), clock.instant()),
                Cell.number(run.attempt() + 1L),
                Cell.text(PageFormat.took(Optional.of(run.beganAt()), run.end().map(RecordedRun.End::at))),
                Cell.mark("outcome.", outcome(run)),
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

    @GetMapping("/executions")
    Object executions(HttpServletRequest request, Model model) {
        ListQuery query = ListQuery.of(request);
        Function<InsurerCode, Cell> insurers = lists.insurerCells();
        ExecutionFilter filter = new ExecutionFilter(query.find("job"), query.find("status"), held());
        Map<String, Long> counts = executions.counts(filter);
        List<Filter> filters = List.of(
                Filter.tabs(
                        "status",
                        "status",
                        Stream.of("COMPLETED", ExecutionFilter.HELD, "FAILED", "STOPPED", "STARTED")
                                .map(status -> new Option(status, statusMark(status) + status)
                                        .counted(counts.getOrDefault(status, 0L)))
                                .toArray(Option[]::new)),
                Filter.of("job", "job", Kind.CHOICE, jobs()));
        List<Row> rows = executions.newest(filter, Math.min(query.limit(), MOST_EXECUTIONS), query.offset()).stream()
                .map(one -> row(one, filter.heldFiles(), insurers))
                .toList();
        return lists.show(EXECUTIONS.page(query, filters, rows), model);
    }

    /** Returns the files that wait for a decision; one that was decided on and is not ingested yet no longer waits. */
    private List<Long> held() {
        return inbound.held().stream().map(InboundFile::id).toList();
    }

    private static String statusMark(String status) {
        return status.equals(ExecutionFilter.HELD) ? "status." : "execution.";
    }

    private Row row(RecordedExecution execution, List<Long> held, Function<InsurerCode, Cell> insurers) {
        return new Row(
                Long.toString(execution.id()),
                Cell.message("job." + execution.job())
                        .to("/executions/" + execution.id())
                        .note("#" + execution.id()),
                status(execution, held),
                of(execution, insurers),
                execution.beganAt().map(at -> Cell.time(at, clock.instant())).orElse(Cell.NOTHING),
                Cell.text(PageFormat.took(execution.beganAt(), execution.endedAt())));
    }

    /** Returns how the execution ended or, if its file waits for a decision, that it is held. */
    private Cell status(RecordedExecution execution, List<Long> held) {
        String status = execution.status().equals("COMPLETED")
                        && file(execution)
                                .map(InboundFile::id)
                                .filter(held::contains)
                                .isPresent()
                ? ExecutionFilter.HELD
                : execution.status();
        return Cell.mark(statusMark(status), status);
    }

    /** Returns the file that the execution ingested, or the insurers for which it ran. */
    private Cell of(RecordedExecution execution, Function<InsurerCode, Cell> insurers) {
        List<InsurerCode> codes = execution.insurers();
        return file(execution)
                .map(file -> Cell.text(file.shownName()).to("/files/" + file.id()))
                .orElseGet(() -> codes.isEmpty()
                        ? Cell.message("executions.all")
                        : codes.size() == 1
                                ? insurers.apply(codes.get(0))
                                : Cell.text(lists.message("executions.insurers", codes.size())));
    }

    private Optional<InboundFile> file(RecordedExecution execution) {
        return Optional.ofNullable(execution.of().get("inbound-file"))
                .map(Long::valueOf)
                .flatMap(inbound::find);
    }

    @GetMapping("/executions/{id}")
    String execution(@PathVariable long id, Model model) {
        RecordedExecution execution =
                executions.find(id).orElseThrow(() -> new NoSuchThingException("execution with this number"));
        Optional<InboundFile> file = file(execution);
        model.addAttribute("row", row(execution, held(), lists.insurerCells()));
        model.addAttribute("insurers", file.map(one -> List.of(one.insurer())).orElse(execution.insurers()));
        model.addAttribute("file", file.map(FileRow::of));
        model.addAttribute("good", file.map(FilePages::mostGoodRows).orElse(""));
        model.addAttribute(
                "why", file.flatMap(FilePages::whyHeld).map(FindingCode::name).orElse(""));
        model.addAttribute("parameters", execution.of());
        model.addAttribute(
                "steps",
                execution.steps().stream()
                        .map(step -> new StepRow(
                                step.name(),
                                step.status(),
                                step.beganAt().map(PageFormat::timeToTheSecond).orElse(PageFormat.NOTHING),
                                PageFormat.took(step.beganAt(), step.endedAt())))
                        .toList());
        model.addAttribute("continuedBy", continuedBy(execution));
        return "execution";
    }

    public record StepRow(String name, String status, String began, String took) {}

    /** Returns the job that will continue a failed execution; empty if it is complete. */
    private static String continuedBy(RecordedExecution execution) {
        if (!execution.status().equals("FAILED") && !execution.status().equals("STOPPED")) {
            return "";
        }
        return execution.job().startsWith("collect")
                ? BackgroundRuns.Job.COLLECT.name()
                : execution.job().startsWith("publish") ? BackgroundRuns.Job.PUBLISH.name() : "";
    }
}
