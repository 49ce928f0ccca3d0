package jinbo.operator.job;

import java.util.Optional;
import jinbo.operator.UsageError;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.operation.InvalidOperationException;
import jinbo.participant.operation.Operation;
import jinbo.participant.operation.Typed;
import jinbo.participant.operation.UseCase;
import jinbo.participant.staff.Duty;

/** The operations that run jobs, and that show the state of the exchange. */
public sealed interface JobOperations extends Operation
        permits JobOperations.RunJob, JobOperations.ShowStatus, JobOperations.AdvanceDemoClock {

    @UseCase(name = "run", duty = Duty.RUN_JOBS, inProcess = true)
    record RunJob(@Typed(operand = true) JobName job, Optional<InsurerCode> insurer, boolean full)
            implements JobOperations {

        public RunJob {
            if (full && job != JobName.PUBLISH_BLOCK_LISTS) {
                throw new InvalidOperationException(UsageError.FULL_OF_JOB, JobName.PUBLISH_BLOCK_LISTS);
            }
            if (insurer.isPresent() && !job.acceptsInsurer()) {
                throw new InvalidOperationException(UsageError.INSURER_OF_JOB, job);
            }
        }
    }

    @UseCase(name = "status", duty = Duty.LOOK)
    record ShowStatus() implements JobOperations {}

    /** Advances the clock of a running demo to the morning after some working days, and runs the jobs due by then. */
    @UseCase(name = "demo advance", duty = Duty.SERVE)
    record AdvanceDemoClock(
            @Typed(label = "N", otherwise = "7") int workingDays) implements JobOperations {

        private static final int MOST = 250;

        public AdvanceDemoClock {
            if (workingDays < 1 || workingDays > MOST) {
                throw new InvalidOperationException(UsageError.WORKING_DAYS, MOST);
            }
        }
    }
}
