package jinbo.batch.settle;

import java.util.List;
import jinbo.participant.insurer.Insurer;

/**
 * What the steps of one run of {@code settle-cases} get.
 *
 * @param insurers those that are told
 */
record SettleRun(List<Insurer> insurers) {}
