package jinbo.batch.schedule;

import java.time.Instant;

record NextRun(Instant at, RunState state) {}
