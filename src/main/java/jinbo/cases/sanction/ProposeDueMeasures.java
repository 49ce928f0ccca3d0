package jinbo.cases.sanction;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import jinbo.accesslog.Actor;
import jinbo.cases.UpheldCases;
import jinbo.participant.insurer.Insurers;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Records what upheld cases have earned and is not recorded yet. */
@Component
public class ProposeDueMeasures {

    private final UpheldCases cases;
    private final Insurers insurers;
    private final MeasureRows rows;
    private final ProposeMeasures propose;
    private final Clock clock;

    ProposeDueMeasures(UpheldCases cases, Insurers insurers, MeasureRows rows, MeasureSettings settings, Clock clock) {
        this.cases = cases;
        this.insurers = insurers;
        this.rows = rows;
        this.propose = new ProposeMeasures(settings.built());
        this.clock = clock;
    }

    /** Once more without further cases it proposes nothing. */
    @Transactional
    public List<Measure> run() {
        rows.lock();
        CountCases count = new CountCases(insurers.all());
        return propose.of(count.of(cases.all()), before(count)).stream()
                .map(earned -> rows.propose(earned, Actor.batch(), clock.instant()))
                .flatMap(id -> rows.find(id).stream())
                .toList();
    }

    private List<EarnedBefore> before(CountCases count) {
        return rows.all().stream()
                .flatMap(measure -> count.today(measure.subject()).stream().map(subject -> of(measure, subject)))
                .toList();
    }

    private static EarnedBefore of(Measure measure, MeasureSubject subject) {
        return new EarnedBefore(
                subject, measure.step(), measure.state(), Set.copyOf(measure.cases()), measure.lastCall());
    }
}
