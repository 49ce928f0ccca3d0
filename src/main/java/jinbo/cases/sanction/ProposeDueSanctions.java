package jinbo.cases.sanction;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import jinbo.accesslog.Actor;
import jinbo.cases.UpheldCases;
import jinbo.participant.insurer.Insurers;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
@EnableConfigurationProperties(SanctionSettings.class)
public class ProposeDueSanctions {

    private final UpheldCases cases;
    private final Insurers insurers;
    private final SanctionRows rows;
    private final ProposeSanctions propose;
    private final Clock clock;

    ProposeDueSanctions(
            UpheldCases cases, Insurers insurers, SanctionRows rows, SanctionSettings settings, Clock clock) {
        this.cases = cases;
        this.insurers = insurers;
        this.rows = rows;
        this.propose = new ProposeSanctions(settings.toLadders());
        this.clock = clock;
    }

    /** Once more without further cases it proposes nothing. */
    @Transactional
    public List<Sanction> run() {
        rows.lock();
        AttributeCases count = new AttributeCases(insurers.all());
        return propose.of(count.of(cases.all()), before(count)).stream()
                .map(earned -> rows.propose(earned, Actor.batch(), clock.instant()))
                .flatMap(id -> rows.find(id).stream())
                .toList();
    }

    private List<RecordedStep> before(AttributeCases count) {
        return rows.all().stream()
                .flatMap(sanction ->
                        count.currentSubject(sanction.subject()).stream().map(subject -> of(sanction, subject)))
                .toList();
    }

    private static RecordedStep of(Sanction sanction, SanctionSubject subject) {
        return new RecordedStep(
                subject, sanction.step(), sanction.state(), Set.copyOf(sanction.cases()), sanction.lastCall());
    }
}
