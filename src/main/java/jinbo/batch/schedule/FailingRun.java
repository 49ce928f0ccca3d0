package jinbo.batch.schedule;

import java.time.Instant;
import java.util.Optional;
import jinbo.participant.insurer.InsurerCode;

/**
 * @param insurer whose part; empty if it concerns all
 * @param since when the first of the runs was due that have left it
 */
public record FailingRun(String job, Optional<InsurerCode> insurer, Instant since, String what) {}
