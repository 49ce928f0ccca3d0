package jinbo.batch.publish;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jinbo.batch.recovery.ScanAllInsurers;
import jinbo.participant.insurer.InsurerCode;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.infrastructure.item.ExecutionContext;

/** The result of the step {@code scan}, stored in the execution context of the job, with the codes of insurers. */
record RunScan(Map<String, String> failures, List<String> late) {

    private static final String FAILURES = "failed-scans";
    private static final String LATE = "late-scans";

    static RunScan of(ScanAllInsurers.Result scan) {
        Map<String, String> failures = new HashMap<>();
        scan.failedScans().forEach((insurer, why) -> failures.put(insurer.value(), why));
        return new RunScan(
                failures, scan.late().stream().map(InsurerCode::value).toList());
    }

    static RunScan of(JobExecution execution) {
        ExecutionContext context = execution.getExecutionContext();
        Map<String, String> failures = new HashMap<>();
        if (context.get(FAILURES) instanceof Map<?, ?> kept) {
            kept.forEach((insurer, why) -> failures.put((String) insurer, (String) why));
        }
        List<String> late = context.get(LATE) instanceof List<?> kept
                ? kept.stream().map(String.class::cast).toList()
                : List.of();
        return new RunScan(failures, late);
    }

    void keepIn(JobExecution execution) {
        execution.getExecutionContext().put(FAILURES, new HashMap<>(failures));
        execution.getExecutionContext().put(LATE, new ArrayList<>(late));
    }

    Optional<String> failure(InsurerCode insurer) {
        return Optional.ofNullable(failures.get(insurer.value()));
    }

    boolean isLate(InsurerCode insurer) {
        return late.contains(insurer.value());
    }

    /** True if the insurer's drop was not scanned wholly. */
    boolean isMissing(InsurerCode insurer) {
        return isLate(insurer) || failure(insurer).isPresent();
    }
}
