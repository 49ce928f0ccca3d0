package jinbo.batch.schedule;

import java.time.Instant;

/** When the next run begins, and the state that is stored for it. */
record NextRun(Instant at, RunState state) {}
