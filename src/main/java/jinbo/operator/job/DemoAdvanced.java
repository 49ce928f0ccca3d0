package jinbo.operator.job;

import java.time.Instant;
import jinbo.participant.operation.Incomplete;

/**
 * @param now of the demo's clock
 * @param complete whether everything due by then is done
 */
record DemoAdvanced(Instant now, boolean complete) implements Incomplete {}
