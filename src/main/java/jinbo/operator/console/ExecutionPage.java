package jinbo.operator.console;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jinbo.batch.RecordedExecutions;
import jinbo.batch.RecordedExecutions.RecordedExecution;
import jinbo.participant.insurer.InsurerCode;
import jinbo.registry.blocklist.BlockLists;
import jinbo.registry.blocklist.SealedList;
import jinbo.registry.inbound.InboundFiles;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Batch's executions: on what each worked, how much that is, its steps, and how it is gone on with if it has failed. */
@ConsolePage
record ExecutionPage(RecordedExecutions executions, InboundFiles inbound, BlockLists lists) {

    private static final int NEWEST_OF_EACH_JOB = 10;

    /**
     * @param id its number, which lines of the log bear
     * @param file the number of the file that it ingested, or 0
     * @param goneOnWithBy the job that goes on with it; nothing if it has come to its end
     */
    public record Row(
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

    private record Worked(String of, long file, String rows, String accepted, String refused) {}

    @GetMapping("/executions")
    String show(Model model) {
        model.addAttribute(
                "executions",
                executions.newest(NEWEST_OF_EACH_JOB).stream().map(this::row).toList());
        return "executions";
    }

    private Row row(RecordedExecution execution) {
        Worked worked = worked(execution.of());
        return new Row(
                execution.id(),
                execution.job(),
                worked.of(),
                worked.file(),
                execution.status(),
                execution.beganAt().map(PageFormat::timeToTheSecond).orElse(PageFormat.NOTHING),
                took(execution.beganAt(), execution.endedAt()),
                worked.rows(),
                worked.accepted(),
                worked.refused(),
                execution.steps().stream()
                        .map(step -> new StepRow(
                                step.name(),
                                step.status(),
                                step.beganAt().map(PageFormat::timeToTheSecond).orElse(PageFormat.NOTHING),
                                took(step.beganAt(), step.endedAt())))
                        .toList(),
                goneOnWithBy(execution));
    }

    private Worked worked(Map<String, String> parameters) {
        Optional<FileRow> file = Optional.ofNullable(parameters.get("inbound-file"))
                .map(Long::valueOf)
                .flatMap(inbound::find)
                .map(FileRow::of);
        Optional<SealedList> list = Optional.ofNullable(parameters.get("sequence"))
                .flatMap(sequence -> lists.find(
                        new InsurerCode(parameters.getOrDefault("insurer", "")), Integer.parseInt(sequence)));
        if (file.isPresent()) {
            FileRow known = file.get();
            return new Worked(known.name(), known.id(), known.rows(), known.accepted(), known.refused());
        }
        return list.map(known -> new Worked(
                        known.manifest().listName().fileName(),
                        0,
                        PageFormat.count(known.manifest().rows()),
                        PageFormat.NOTHING,
                        PageFormat.NOTHING))
                .orElseGet(() -> new Worked(
                        describe(parameters), 0, PageFormat.NOTHING, PageFormat.NOTHING, PageFormat.NOTHING));
    }

    private static String describe(Map<String, String> parameters) {
        return String.join(
                ", ",
                parameters.entrySet().stream()
                        .map(entry -> entry.getKey() + " " + entry.getValue())
                        .toList());
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
                ? PageFormat.took(Duration.between(from.get(), until.get()))
                : PageFormat.NOTHING;
    }
}
