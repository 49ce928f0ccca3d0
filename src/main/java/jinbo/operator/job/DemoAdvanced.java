package jinbo.operator.job;

import java.time.Instant;
import jinbo.participant.operation.Incomplete;

/**
 * @param now what the clock of the demo says
 * @param complete whether all that was due by then is done
 */
record DemoAdvanced(Instant now, boolean complete) implements Incomplete {}
