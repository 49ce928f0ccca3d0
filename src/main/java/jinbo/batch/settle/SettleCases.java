package jinbo.batch.settle;

import java.util.List;
import jinbo.accesslog.Actor;
import jinbo.batch.PerInsurerExecutor;
import jinbo.batch.recovery.Recoveries;
import jinbo.batch.recovery.Recovery;
import jinbo.cases.CloseCases;
import jinbo.cases.sanction.EndDueSanctions;
import jinbo.cases.sanction.ProposeDueSanctions;
import jinbo.participant.insurer.Insurer;
import jinbo.participant.insurer.Insurers;
import org.springframework.stereotype.Component;

/**
 * A run of {@code settle-cases}: sanctions end whose last day is past, each insurer is told what it does not know yet, cases that are over are
 * closed, and sanctions are proposed that these have earned.
 */
@Component
public class SettleCases {

    /** A file of cases is small, and connections to the database are few. */
    private static final int AT_A_TIME = 1;

    /** What has come back from an older back-up knows neither who has appealed since nor to whom cases were given. */
    private static final String AFTER_A_RESTORE =
            "no case is sent, told of or closed as long as a recovery is not settled:"
                    + " see \"recovery list\", take the uploads in again with \"recovery ingest\", and then \"recovery settle\"";

    private final Recoveries recoveries;
    private final PerInsurerExecutor perInsurerExecutor;
    private final Insurers insurers;
    private final SendCaseNotices sendCaseNotices;
    private final CloseCases closeCases;
    private final EndDueSanctions endDueSanctions;
    private final ProposeDueSanctions proposeDueSanctions;

    SettleCases(
            Recoveries recoveries,
            PerInsurerExecutor perInsurerExecutor,
            Insurers insurers,
            SendCaseNotices sendCaseNotices,
            CloseCases closeCases,
            EndDueSanctions endDueSanctions,
            ProposeDueSanctions proposeDueSanctions) {
        this.recoveries = recoveries;
        this.perInsurerExecutor = perInsurerExecutor;
        this.insurers = insurers;
        this.sendCaseNotices = sendCaseNotices;
        this.closeCases = closeCases;
        this.endDueSanctions = endDueSanctions;
        this.proposeDueSanctions = proposeDueSanctions;
    }

    /**
     * Runs once.
     *
     * @param only the insurers to tell, in this order; cases are closed, and sanctions end and are proposed, whosever they are
     */
    public SettleReport run(List<Insurer> only) {
        return recoveries.open().filter(Recovery::stopsAllPublishing).isPresent()
                ? only.stream()
                        .map(insurer -> SettleReport.problem(insurer, AFTER_A_RESTORE))
                        .reduce(SettleReport.NOTHING, SettleReport::and)
                : settle(only);
    }

    private SettleReport settle(List<Insurer> only) {
        int ended = endDueSanctions.run().size();
        SettleReport report = perInsurerExecutor
                .of(only, AT_A_TIME, asked -> sendCaseNotices.tell(insurers.get(asked.code())), SettleReport::problem)
                .stream()
                .reduce(SettleReport.NOTHING, SettleReport::and);
        int closed = closeCases.due(Actor.batch());
        return report.and(
                SettleReport.settled(closed, ended, proposeDueSanctions.run().size()));
    }
}
