package jinbo.cases;

import java.time.Clock;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import jinbo.accesslog.Access;
import jinbo.accesslog.AccessAction;
import jinbo.accesslog.Actor;
import jinbo.cases.CaseAccessTemplate.Done;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.insurer.Insurers;
import jinbo.participant.insurer.SalesUnits;
import org.springframework.stereotype.Component;

/** Says whose call a case is about; another insurer than before is asked anew. */
@Component
public record AssignCase(
        CaseSteps steps,
        CaseParties parties,
        AdvanceCase advance,
        CaseAccessTemplate accesses,
        Insurers insurers,
        SalesUnits units,
        Clock clock) {

    private static final Set<CaseState> BEFORE_A_DECISION =
            EnumSet.of(CaseState.OPEN, CaseState.SENT, CaseState.ANSWERED);

    /**
     * @return whose call it is held to be until then
     * @throws CaseException if there is none
     * @throws CaseException if it is decided already
     * @throws jinbo.participant.insurer.InsurerException if there is no such insurer
     * @throws jinbo.participant.insurer.InsurerException if it never had such a unit
     */
    public Optional<InsurerCode> require(CaseNumber number, CaseParty party) {
        CaseRows.Stored stored = steps.get(number);
        insurers.get(party.insurer());
        party.unit().ifPresent(unit -> units.require(party.insurer(), unit));
        requireUndecided(stored);
        return stored.summary().insurer();
    }

    /**
     * Assigns a case; what was known of its party before counts no longer. Who was never asked about it is asked, also if it was
     * decided without that and is contested.
     *
     * @param reason why, without numbers
     */
    public void to(CaseNumber number, CaseParty party, String reason, Actor by) {
        require(number, party);
        Access access = new Access(
                by, AccessAction.DECIDE, reason, Optional.of(party.insurer().value()), "party of case " + number);
        accesses.of(access, permit -> {
            CaseRows.Stored stored = steps.getLocked(number);
            requireUndecided(stored);
            parties.record(stored, party, by, clock.instant());
            if (stored.summary().state() == CaseState.APPEALED
                    || !stored.summary().insurer().equals(Optional.of(party.insurer()))) {
                advance.to(stored, CaseState.OPEN, by, Optional.of(reason));
            }
            return new Done<>(number, "DONE", 0);
        });
    }

    /** Who was heard is not let go by giving the case to another one, once it is decided. */
    private void requireUndecided(CaseRows.Stored stored) {
        CaseState state = stored.summary().state();
        if (!BEFORE_A_DECISION.contains(state) && (state != CaseState.APPEALED || steps.isInsurerAsked(stored))) {
            throw new CaseException(CaseError.CASE_STATE, stored.summary().number(), state, CaseState.OPEN);
        }
    }
}
