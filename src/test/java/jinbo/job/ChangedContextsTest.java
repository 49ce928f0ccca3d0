package jinbo.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Contexts are written when they have changed, and all else that Batch asks of its repository goes through. */
class ChangedContextsTest {

    private final List<String> calls = new ArrayList<>();
    private final JobRepository repository =
            (JobRepository) new ChangedContexts().postProcessAfterInitialization(recorder(), "jobRepository");
    private final JobExecution job = new JobExecution(1, new JobInstance(1, "a job"), new JobParameters());
    private final StepExecution step = new StepExecution(1, "a step", job);

    @Test
    void aContextThatHasNotChangedIsNotWrittenAgain() {
        repository.updateExecutionContext(job);
        repository.updateExecutionContext(step);
        calls.clear();

        repository.updateExecutionContext(job);
        repository.updateExecutionContext(step);

        assertThat(calls).isEmpty();
    }

    @Test
    void whatAnEarlierExecutionLeftIsWrittenForTheOneThatGoesOn() {
        step.getExecutionContext().putInt("place", 1);
        repository.updateExecutionContext(step);
        StepExecution next = new StepExecution(2, "a step", job);
        next.setExecutionContext(new ExecutionContext(step.getExecutionContext().toMap()));
        calls.clear();

        repository.updateExecutionContext(next);

        assertThat(calls).containsExactly("updateExecutionContext");
    }

    @Test
    void whatIsTakenOutOfAContextIsWrittenToo() {
        step.getExecutionContext().putInt("place", 1);
        repository.updateExecutionContext(step);
        step.getExecutionContext().remove("place");
        calls.clear();

        repository.updateExecutionContext(step);

        assertThat(calls).containsExactly("updateExecutionContext");
    }

    @Test
    void aChangeIsWrittenOnce() {
        step.getExecutionContext().putInt("place", 1);
        repository.updateExecutionContext(step);
        repository.updateExecutionContext(step);
        step.getExecutionContext().putInt("place", 2);
        repository.updateExecutionContext(step);
        job.getExecutionContext().putInt("place", 3);
        repository.updateExecutionContext(job);

        assertThat(calls).containsExactly("updateExecutionContext", "updateExecutionContext", "updateExecutionContext");
    }

    @Test
    void aWriteThatFailsIsTriedAgain() {
        JobRepository failing = (JobRepository) new ChangedContexts()
                .postProcessAfterInitialization(
                        proxy(name -> {
                            throw new IllegalStateException("the line is cut");
                        }),
                        "jobRepository");
        step.getExecutionContext().putInt("place", 1);

        assertThat(catchThrowable(() -> failing.updateExecutionContext(step))).hasMessage("the line is cut");
        repository.updateExecutionContext(step);

        assertThat(calls).containsExactly("updateExecutionContext");
    }

    @Test
    void whatIsWrittenInATransactionOfTheCallerIsNotTakenForWritten() {
        step.getExecutionContext().putInt("place", 1);
        TransactionSynchronizationManager.setActualTransactionActive(true);
        try {
            repository.updateExecutionContext(step);
            repository.updateExecutionContext(step);
        } finally {
            TransactionSynchronizationManager.setActualTransactionActive(false);
        }
        repository.updateExecutionContext(step);
        repository.updateExecutionContext(step);

        assertThat(calls).hasSize(3);
    }

    @Test
    void everythingElseGoesThrough() {
        repository.update(step);
        repository.update(step);

        assertThat(calls).containsExactly("update", "update");
        assertThat(new ChangedContexts().postProcessAfterInitialization("another bean", "name"))
                .isEqualTo("another bean");
    }

    private JobRepository recorder() {
        return proxy(calls::add);
    }

    private static JobRepository proxy(Consumer<String> called) {
        return (JobRepository) Proxy.newProxyInstance(
                JobRepository.class.getClassLoader(),
                new Class<?>[] {JobRepository.class},
                (proxy, method, arguments) -> {
                    called.accept(method.getName());
                    return null;
                });
    }
}
