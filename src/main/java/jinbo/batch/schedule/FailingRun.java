package jinbo.batch.schedule;

import java.time.Instant;
import java.util.Optional;
import jinbo.participant.insurer.InsurerCode;

/**
 * What a job leaves undone again and again.
 *
 * @param job the job's name
 * @param insurer whose part; empty if it concerns all
 * @param since when the first of the runs was due that have left it
 * @param what the last one said
 */
public record FailingRun(String job, Optional<InsurerCode> insurer, Instant since, String what) {}
