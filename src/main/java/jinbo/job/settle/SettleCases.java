package jinbo.job.settle;

import java.util.List;
import jinbo.accesslog.Actor;
import jinbo.cases.CloseCases;
import jinbo.insurer.Insurer;
import jinbo.insurer.Insurers;
import jinbo.job.EachInsurer;
import org.springframework.stereotype.Component;

/** A run of {@code settle-cases}: each insurer is told what it does not know yet, and then cases that are over are closed. */
@Component
public class SettleCases {

    /** A file of cases is small, and connections to the database are few. */
    private static final int AT_A_TIME = 1;

    private final EachInsurer eachInsurer;
    private final Insurers insurers;
    private final TellCases tellCases;
    private final CloseCases closeCases;

    SettleCases(EachInsurer eachInsurer, Insurers insurers, TellCases tellCases, CloseCases closeCases) {
        this.eachInsurer = eachInsurer;
        this.insurers = insurers;
        this.tellCases = tellCases;
        this.closeCases = closeCases;
    }

    /**
     * Runs once.
     *
     * @param only the insurers to tell, in this order; cases are closed whosever they are
     */
    public SettleReport run(List<Insurer> only) {
        SettleReport told = eachInsurer
                .of(only, AT_A_TIME, asked -> tellCases.tell(insurers.get(asked.code())), SettleReport::problem)
                .stream()
                .reduce(SettleReport.NOTHING, SettleReport::and);
        List<String> exchanging = insurers.all().stream()
                .filter(Insurer::isActive)
                .map(insurer -> insurer.code().value())
                .toList();
        return told.and(SettleReport.closed(closeCases.due(exchanging, Actor.batch())));
    }
}
