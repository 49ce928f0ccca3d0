package jinbo.operator.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jinbo.cases.CaseNumber;
import jinbo.cases.Salesperson;
import jinbo.cases.sanction.Sanction;
import jinbo.participant.insurer.InsurerCode;

/**
 * A sanction as a list shows it.
 *
 * @param id its number
 * @param insurer whom it is about
 * @param salesperson who there, unless it is about the insurer itself
 * @param sanction what may be done no longer
 * @param state how it stands
 * @param since since when
 * @param beginsOn its first day
 * @param endsOn its last day
 * @param cases by which it was earned
 * @param actor who brought about that it stands so
 * @param reason why
 */
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

    /** As it stands. */
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
