package jinbo.operator.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jinbo.cases.CaseNumber;
import jinbo.cases.Salesperson;
import jinbo.cases.sanction.Sanction;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.operation.AccessPurpose;
import jinbo.participant.operation.Operation;
import jinbo.participant.operation.Typed;
import jinbo.participant.operation.UseCase;
import jinbo.participant.staff.Duty;

/** The operations on sanctions, which are proposed after upheld cases ({@code sanction ...}). */
public sealed interface SanctionOperations extends Operation
        permits SanctionOperations.ListSanctions,
                SanctionOperations.ImposeSanction,
                SanctionOperations.RefuseSanction,
                SanctionOperations.LiftSanction {

    @UseCase(name = "sanction list", duty = Duty.LOOK)
    record ListSanctions(boolean all) implements SanctionOperations {}

    /** Imposes a proposed sanction from the next working day on. */
    @UseCase(name = "sanction impose", duty = Duty.IMPOSE_SANCTIONS)
    record ImposeSanction(
            @Typed(operand = true, description = "sanction-id")
            long id,

            @Typed(description = "why-number") AccessPurpose reason)
            implements SanctionOperations {}

    @UseCase(name = "sanction refuse", duty = Duty.IMPOSE_SANCTIONS)
    record RefuseSanction(
            @Typed(operand = true, description = "sanction-id")
            long id,

            @Typed(description = "why-number") AccessPurpose reason)
            implements SanctionOperations {}

    @UseCase(name = "sanction lift", duty = Duty.IMPOSE_SANCTIONS)
    record LiftSanction(
            @Typed(operand = true, description = "sanction-id")
            long id,

            @Typed(description = "why-number") AccessPurpose reason)
            implements SanctionOperations {}

    record SanctionLine(
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
}
