package jinbo.operator.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jinbo.cases.CaseNumber;
import jinbo.cases.Salesperson;
import jinbo.cases.sanction.Sanction;
import jinbo.participant.insurer.InsurerCode;

public record SanctionLine(
        long id,
        InsurerCode insurer,
        Optional<Salesperson> salesperson,
        Sanction.Kind sanction,
        Sanction.State state,
        Instant since,
        Optional<LocalDate> beginsOn,
        Optional<LocalDate> endsOn,
        List<CaseNumber> cases,
        String actor,
        Optional<String> reason) {

    public static SanctionLine of(Sanction sanction) {
        return new SanctionLine(
                sanction.id(),
                sanction.subject().insurer(),
                sanction.subject().salesperson(),
                sanction.kind(),
                sanction.state(),
                sanction.since(),
                sanction.beginsOn(),
                sanction.endsOn(),
                sanction.cases(),
                sanction.actor(),
                sanction.reason());
    }
}
