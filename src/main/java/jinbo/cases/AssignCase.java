package jinbo.cases;

import java.time.Clock;
import java.util.Optional;
import jinbo.accesslog.Access;
import jinbo.accesslog.AccessAction;
import jinbo.accesslog.Actor;
import jinbo.cases.CaseAccessTemplate.Done;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.insurer.Insurers;
import jinbo.participant.insurer.SalesUnits;
import org.springframework.stereotype.Component;

/** Assigns a case to the insurer that is said to have called. A new insurer is asked about the case. */
@Component
public record AssignCase(
        CaseRows rows,
        CaseFiles files,
        CaseHistory history,
        CaseAccessTemplate accesses,
        Insurers insurers,
        SalesUnits units,
        Clock clock) {

    /** A case can be assigned before a decision, and after an appeal if its insurer was never asked. */
    public boolean isPossible(CaseNumber number) {
        return isPossible(rows.get(number));
    }

    /** @throws CaseException if the case does not exist or cannot be assigned, so that {@link #to} would fail */
    public Optional<InsurerCode> require(CaseNumber number, CaseParty party) {
        CaseRows.Stored stored = rows.get(number);
        insurers.requireNotLeft(party.insurer());
        party.unit().ifPresent(unit -> units.require(party.insurer(), unit));
        requirePossible(stored);
        return stored.summary().insurer();
    }

    /** Assigns a case. If the insurer was not asked about it yet, the case is opened again to ask it. */
    public void to(CaseNumber number, CaseParty party, String reason, Actor by) {
        require(number, party);
        Access access = new Access(
                by, AccessAction.DECIDE, reason, Optional.of(party.insurer().value()), "party of case " + number);
        accesses.execute(access, permit -> {
            CaseRows.Stored stored = rows.getLocked(number);
            requirePossible(stored);
            history.recordParty(stored, party, by, clock.instant());
            if (stored.summary().state() == CaseState.APPEALED
                    || !stored.summary().insurer().equals(Optional.of(party.insurer()))) {
                rows.advance(stored, CaseState.OPEN, by, Optional.of(reason));
            }
            return new Done<>(number, "DONE", 0);
        });
    }

    private boolean isPossible(CaseRows.Stored stored) {
        CaseState state = stored.summary().state();
        return state.isBeforeDecision() || state == CaseState.APPEALED && !files.hasAskedInsurer(stored);
    }

    private void requirePossible(CaseRows.Stored stored) {
        if (!isPossible(stored)) {
            CaseSummary summary = stored.summary();
            throw new CaseException(CaseError.CASE_STATE, summary.number(), summary.state(), CaseState.OPEN);
        }
    }
}
