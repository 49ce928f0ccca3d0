package jinbo.batch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jinbo.participant.insurer.Insurer;
import jinbo.participant.insurer.InsurerCode;
import jinbo.platform.error.FailureMessages;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.infrastructure.item.ExecutionContext;

/**
 * What a step's partition delivered (by sequence), why it withheld something, and what failed; stored in its execution
 * context.
 */
public record PartitionReport(List<Integer> delivered, List<String> withheld, List<String> problems) {

    public static final PartitionReport NOTHING = new PartitionReport(List.of(), List.of(), List.of());

    private static final String EXECUTION = "execution";
    private static final String DELIVERED = "delivered";
    private static final String WITHHELD = "withheld";
    private static final String PROBLEMS = "problems";

    public PartitionReport {
        delivered = List.copyOf(delivered);
        withheld = List.copyOf(withheld);
        problems = List.copyOf(problems);
    }

    public static PartitionReport ofDelivered(List<Integer> sequences) {
        return new PartitionReport(sequences, List.of(), List.of());
    }

    public static PartitionReport ofWithheld(String why) {
        return new PartitionReport(List.of(), List.of(why), List.of());
    }

    public static PartitionReport ofProblem(String what) {
        return new PartitionReport(List.of(), List.of(), List.of(what));
    }

    public PartitionReport and(PartitionReport next) {
        return new PartitionReport(
                joined(delivered, next.delivered), joined(withheld, next.withheld), joined(problems, next.problems));
    }

    private Map<InsurerCode, PartitionReport> forAll(List<Insurer> insurers) {
        return insurers.stream().collect(Collectors.toMap(Insurer::code, insurer -> this));
    }

    /**
     * Reads all reports. A step that failed as a whole is a problem of every insurer, unless it failed with {@link
     * WorkLeftException}. If the execution was stopped before {@code lastPartitioned}, no insurer's work is done.
     *
     * @param lastPartitioned the name of the job's last step that has partitions
     */
    public static Map<InsurerCode, PartitionReport> of(
            JobExecution execution, List<Insurer> insurers, String lastPartitioned) {
        Map<InsurerCode, PartitionReport> reports = new HashMap<>();
        for (StepExecution step : execution.getStepExecutions()) {
            if (BatchSteps.isPartition(step)) {
                reports.merge(BatchSteps.insurerOf(step), of(step), PartitionReport::and);
            } else if (step.getStatus().isUnsuccessful()
                    && step.getFailureExceptions().stream().noneMatch(WorkLeftException.class::isInstance)) {
                ofProblem(causeOf(step))
                        .forAll(insurers)
                        .forEach((insurer, problem) -> reports.merge(insurer, problem, PartitionReport::and));
            }
        }
        if (execution.getStatus() == BatchStatus.STOPPED
                && execution.getStepExecutions().stream()
                        .noneMatch(step -> step.getStepName().equals(lastPartitioned))) {
            insurers.stream()
                    .map(Insurer::code)
                    .filter(insurer -> reports.getOrDefault(insurer, NOTHING).equals(NOTHING))
                    .forEach(insurer -> reports.merge(insurer, ofProblem(StopRequest.STOPPED), PartitionReport::and));
        }
        return reports;
    }

    public static <T> List<T> each(
            Map<InsurerCode, PartitionReport> reports,
            List<Insurer> insurers,
            BiFunction<InsurerCode, PartitionReport, Stream<T>> what) {
        return insurers.stream()
                .map(Insurer::code)
                .flatMap(insurer -> what.apply(insurer, reports.getOrDefault(insurer, NOTHING)))
                .toList();
    }

    /** Sentences of the reports, in the order of the insurers. */
    public static List<Remark> remarks(
            Map<InsurerCode, PartitionReport> reports,
            List<Insurer> insurers,
            Function<PartitionReport, List<String>> sentences) {
        return each(
                reports,
                insurers,
                (insurer, report) -> sentences.apply(report).stream().map(sentence -> new Remark(insurer, sentence)));
    }

    void keepIn(StepExecution partition) {
        ExecutionContext context = partition.getExecutionContext();
        context.putLong(EXECUTION, partition.getId());
        context.put(DELIVERED, new ArrayList<>(delivered));
        context.put(WITHHELD, new ArrayList<>(withheld));
        context.put(PROBLEMS, new ArrayList<>(problems));
    }

    /**
     * @throws StopRequest.StoppedException if work is left only because of a stop request
     * @throws WorkLeftException if the report has other problems
     */
    void requireNothingLeft() {
        if (!problems.isEmpty()) {
            if (problems.stream().allMatch(StopRequest.STOPPED::equals)) {
                throw new StopRequest.StoppedException();
            }
            throw new WorkLeftException(String.join("; ", problems));
        }
    }

    private static PartitionReport of(StepExecution partition) {
        ExecutionContext context = partition.getExecutionContext();
        // a restarted partition begins with the report of its last execution, which must not count
        PartitionReport kept = context.getLong(EXECUTION, 0) == partition.getId()
                ? new PartitionReport(
                        read(context, DELIVERED, Integer.class),
                        read(context, WITHHELD, String.class),
                        read(context, PROBLEMS, String.class))
                : NOTHING;
        return partition.getStatus().isUnsuccessful() && kept.problems().isEmpty()
                ? kept.and(ofProblem(causeOf(partition)))
                : kept;
    }

    private static String causeOf(StepExecution step) {
        return step.getFailureExceptions().stream()
                .findFirst()
                .map(FailureMessages::cause)
                .orElse("its execution ended with status " + step.getStatus());
    }

    private static <T> List<T> read(ExecutionContext context, String key, Class<T> type) {
        return Optional.ofNullable((List<?>) context.get(key)).orElse(List.of()).stream()
                .map(type::cast)
                .toList();
    }

    private static <T> List<T> joined(List<T> first, List<T> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }

    /** Some work is left undone, for the reason in the message. */
    public static class WorkLeftException extends RuntimeException {

        public WorkLeftException(String message) {
            super(message);
        }
    }
}
