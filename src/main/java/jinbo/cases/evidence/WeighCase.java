package jinbo.cases.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jinbo.accesslog.AccessLog;
import jinbo.accesslog.AccessPermit;
import jinbo.accesslog.Actor;
import jinbo.cases.CaseNumber;
import jinbo.cases.CaseToWeigh;
import jinbo.cases.CasesToWeigh;
import jinbo.cases.evidence.Proposal.WhyNothing;
import jinbo.participant.insurer.Insurer;
import jinbo.participant.insurer.Insurers;
import jinbo.reference.calendar.YearNotLoadedException;
import jinbo.registry.history.LookUpCall;
import org.springframework.stereotype.Component;

/** Puts the evidence of a case together; that is itself an access to the number that was called. */
@Component
public class WeighCase {

    private final AccessLog accessLog;
    private final CasesToWeigh files;
    private final Insurers insurers;
    private final LookUpCall lookUp;
    private final FactsOfCall facts;
    private final StateCall stateCall;
    private final StateBlock stateBlock;
    private final StateTelling stateTelling;

    WeighCase(
            AccessLog accessLog,
            CasesToWeigh files,
            Insurers insurers,
            LookUpCall lookUp,
            FactsOfCall facts,
            StateCall stateCall,
            StateBlock stateBlock,
            StateTelling stateTelling) {
        this.accessLog = accessLog;
        this.files = files;
        this.insurers = insurers;
        this.lookUp = lookUp;
        this.facts = facts;
        this.stateCall = stateCall;
        this.stateBlock = stateBlock;
        this.stateTelling = stateTelling;
    }

    /**
     * Weighs it.
     *
     * @param purposeOfAccess why, without numbers
     * @throws jinbo.cases.CaseUnknownException if there is none; nothing is read
     * @throws jinbo.accesslog.AccessLogAlarmException if the access log cannot vouch for anything now
     */
    public Evidence weigh(CaseNumber number, Actor actor, String purposeOfAccess) {
        AccessPermit permit = accessLog.intend(files.toWeigh(number, actor, purposeOfAccess));
        try {
            CaseToWeigh file = files.open(permit, number);
            Evidence evidence = weigh(permit, file);
            accessLog.conclude(permit, "WEIGHED", file.numbers().isPresent() ? 1 : 0);
            return evidence;
        } catch (RuntimeException e) {
            accessLog.failed(permit, e);
            throw e;
        }
    }

    private Evidence weigh(AccessPermit permit, CaseToWeigh file) {
        List<Statement> statements = new ArrayList<>(stateCall.told(file));
        if (file.party().isEmpty()) {
            return nothing(file, statements, Saying.INSURER_UNKNOWN, WhyNothing.INSURER_UNKNOWN);
        }
        Insurer insurer = insurers.get(file.party().get().insurer());
        Optional<List<LookUpCall.AtMoment>> found = file.numbers()
                .flatMap(numbers -> lookUp.of(
                        permit,
                        numbers.consumer(),
                        insurer,
                        facts.moments(file.summary().calledAt())));
        if (found.isEmpty()) {
            return nothing(file, statements, Saying.NUMBER_ERASED, WhyNothing.NUMBER_ERASED);
        }
        Call call = new Call(file, insurer, found.get());
        statements.addAll(stateCall.of(call));
        statements.addAll(stateBlock.of(call));
        statements.addAll(stateTelling.of(call));
        return new Evidence(file.summary().number(), statements, propose(call, statements));
    }

    private Proposal propose(Call call, List<Statement> statements) {
        try {
            CallFacts known = facts.of(call);
            stateCall.doubt(call, known).ifPresent(statements::add);
            return ProposeFinding.from(known);
        } catch (YearNotLoadedException e) {
            return Proposal.nothing(WhyNothing.CALENDAR_NOT_LOADED);
        }
    }

    private static Evidence nothing(CaseToWeigh file, List<Statement> statements, Saying says, WhyNothing why) {
        statements.add(Statement.of(
                says,
                Statement.Source.of(Statement.Source.Kind.CASE, file.summary().number())));
        return new Evidence(file.summary().number(), statements, Proposal.nothing(why));
    }
}
