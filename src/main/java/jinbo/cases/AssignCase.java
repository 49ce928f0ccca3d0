package jinbo.cases;

import java.time.Clock;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import jinbo.accesslog.Access;
import jinbo.accesslog.AccessAction;
import jinbo.accesslog.Actor;
import jinbo.cases.AnnouncedAccess.Done;
import jinbo.insurer.InsurerCode;
import jinbo.insurer.Insurers;
import jinbo.insurer.SalesUnits;
import org.springframework.stereotype.Component;

/** Says whose call a case is about; another insurer than before is asked anew. */
@Component
public class AssignCase {

    private static final Set<CaseState> BEFORE_A_DECISION =
            EnumSet.of(CaseState.OPEN, CaseState.SENT, CaseState.ANSWERED);

    private final CaseSteps steps;
    private final CaseParties parties;
    private final AdvanceCase advance;
    private final AnnouncedAccess accesses;
    private final Insurers insurers;
    private final SalesUnits units;
    private final Clock clock;

    AssignCase(
            CaseSteps steps,
            CaseParties parties,
            AdvanceCase advance,
            AnnouncedAccess accesses,
            Insurers insurers,
            SalesUnits units,
            Clock clock) {
        this.steps = steps;
        this.parties = parties;
        this.advance = advance;
        this.accesses = accesses;
        this.insurers = insurers;
        this.units = units;
        this.clock = clock;
    }

    /**
     * Assigns a case; what was known of its party before counts no longer.
     *
     * @param reason why, without numbers
     * @throws CaseUnknownException if there is none
     * @throws CaseStateException if it is decided already
     * @throws jinbo.insurer.InsurerException.Unknown if there is no such insurer
     * @throws jinbo.insurer.UnitException.Unknown if it never had such a unit
     */
    public void to(CaseNumber number, CaseParty party, String reason, Actor by) {
        CaseRows.Stored stored = steps.get(number);
        insurers.get(party.insurer());
        party.unit().ifPresent(unit -> units.require(party.insurer(), unit));
        CaseState state = stored.summary().state();
        if (!BEFORE_A_DECISION.contains(state)) {
            throw new CaseStateException(number, state, CaseState.OPEN);
        }
        Access access = new Access(
                by, AccessAction.DECIDE, reason, Optional.of(party.insurer().value()), "party of case " + number);
        accesses.of(access, permit -> {
            Optional<InsurerCode> before = parties.of(stored).map(CaseParty::insurer);
            parties.record(stored, party, by, clock.instant());
            if (!before.equals(Optional.of(party.insurer()))) {
                advance.to(stored, CaseState.OPEN, by, Optional.of(reason));
            }
            return new Done<>(number, "DONE", 0);
        });
    }
}
