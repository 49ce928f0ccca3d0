package jinbo.batch.settle;

import java.util.List;
import jinbo.batch.PerInsurerExecutor;
import jinbo.participant.insurer.Insurer;

/**
 * What the steps of one run of {@code settle-cases} get.
 *
 * @param places how many at a time: a file of cases is small, and connections to the database are few
 */
record SettleRun(List<Insurer> insurers, PerInsurerExecutor.Places places) {

    SettleRun(List<Insurer> insurers) {
        this(insurers, new PerInsurerExecutor.Places(1));
    }
}
