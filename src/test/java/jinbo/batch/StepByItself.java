package jinbo.batch;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import jinbo.testing.TestExchange;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.test.JobOperatorTestUtils;

/** Executes single steps of a job and reads their records. */
public final class StepByItself {

    private final JobRepository repository;
    private final JobOperatorTestUtils utils;
    private Optional<JobExecution> last = Optional.empty();

    public StepByItself(TestExchange exchange, String job) {
        this.repository = exchange.bean(JobRepository.class);
        this.utils = new JobOperatorTestUtils(exchange.bean(JobOperator.class), repository);
        utils.setJob(exchange.bean(job, Job.class));
    }

    /** Executes a step with the job context of the steps before it. */
    public Map<String, String> start(String step, JobParameters parameters) {
        JobParameters unique =
                new JobParametersBuilder(parameters).addString("step", step).toJobParameters();
        JobExecution execution = utils.startStep(
                step, unique, last.map(JobExecution::getExecutionContext).orElseGet(ExecutionContext::new));
        last = Optional.of(execution);
        return outcome(execution);
    }

    /** The execution of the last step, with its failures. */
    public JobExecution last() {
        return last.orElseThrow();
    }

    /** Exit codes of the job's newest execution and its steps, by name. */
    public Map<String, String> newest(String job) {
        return outcome(lastExecution(job));
    }

    public JobExecution lastExecution(String job) {
        return repository.getLastJobExecution(
                repository.getJobInstances(job, 0, 1).get(0));
    }

    /** Executions of each step of the job's newest instance. */
    public Map<String, Long> executions(String job) {
        return repository.getJobExecutions(repository.getJobInstances(job, 0, 1).get(0)).stream()
                .flatMap(execution -> execution.getStepExecutions().stream())
                .collect(Collectors.groupingBy(step -> step.getStepName(), Collectors.counting()));
    }

    private Map<String, String> outcome(JobExecution execution) {
        JobExecution recorded = repository.getJobExecution(execution.getId());
        Map<String, String> outcome = recorded.getStepExecutions().stream()
                .collect(Collectors.toMap(
                        step -> step.getStepName(), step -> step.getExitStatus().getExitCode()));
        outcome.put(
                recorded.getJobInstance().getJobName(), recorded.getExitStatus().getExitCode());
        return outcome;
    }

    public static Map<String, String> all(String exitCode, String... names) {
        return List.of(names).stream().collect(Collectors.toMap(name -> name, name -> exitCode));
    }
}
