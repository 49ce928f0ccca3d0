package jinbo.operator.job;

import java.time.Instant;
import jinbo.participant.operation.Incomplete;

record DemoAdvanced(Instant now, boolean complete) implements Incomplete {}
