package jinbo.cases.evidence;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jinbo.accesslog.AccessLog;
import jinbo.accesslog.AccessPermit;
import jinbo.accesslog.Actor;
import jinbo.cases.CallLines;
import jinbo.cases.CaseDossiers;
import jinbo.cases.CaseDossiers.CaseDossier;
import jinbo.cases.CaseNumber;
import jinbo.cases.CaseRuling;
import jinbo.cases.CaseSummary;
import jinbo.cases.DecideCase.CaseAssessor;
import jinbo.cases.evidence.DeriveCallFacts.Call;
import jinbo.cases.evidence.Evidence.Proposal.WhyNothing;
import jinbo.cases.evidence.ProposeRuling.CallFacts;
import jinbo.cases.evidence.Statement.Source;
import jinbo.participant.insurer.Insurer;
import jinbo.participant.insurer.Insurers;
import jinbo.reference.calendar.YearNotLoadedException;
import jinbo.registry.Interval;
import jinbo.registry.history.InsurerLookup;
import jinbo.registry.history.LookUpCall;
import jinbo.registry.history.RegistrationDetails;
import org.springframework.stereotype.Component;

/** Collects the evidence of a case, which is a logged access to the consumer's number, and proposes a ruling. */
@Component
public record CollectEvidence(
        AccessLog accessLog,
        CaseDossiers files,
        Insurers insurers,
        LookUpCall lookUp,
        DeriveCallFacts facts,
        CallStatements callStatements,
        FindLogProofs vouchers)
        implements CaseAssessor {

    /** @throws jinbo.cases.CaseException if the case does not exist; then no access is logged */
    @Override
    public Evidence weigh(CaseNumber number, Actor actor, String purposeOfAccess) {
        AccessPermit permit = accessLog.begin(files.accessFor(number, actor, purposeOfAccess));
        try {
            CaseDossier file = files.open(permit, number);
            Evidence evidence = weigh(permit, file);
            accessLog.complete(permit, "WEIGHED", file.numbers().isPresent() ? 1 : 0);
            return evidence;
        } catch (RuntimeException e) {
            accessLog.failed(permit, e);
            throw e;
        }
    }

    private Evidence weigh(AccessPermit permit, CaseDossier file) {
        List<Statement> statements = new ArrayList<>(callStatements.complaint(file));
        if (file.party().isEmpty()) {
            return nothing(file, statements, StatementType.INSURER_UNKNOWN, WhyNothing.INSURER_UNKNOWN);
        }
        Insurer insurer = insurers.get(file.party().get().insurer());
        List<Call> calls = calls(permit, file, insurer);
        if (calls.isEmpty()) {
            return nothing(file, statements, StatementType.NUMBER_ERASED, WhyNothing.NUMBER_ERASED);
        }
        Call call = forConsumer(calls);
        statements.addAll(callStatements.of(call));
        statements.addAll(blockStatements(call));
        statements.addAll(callStatements.notifications(call));
        return new Evidence(
                file.summary().number(), Optional.of(call.businessLine()), statements, propose(call, statements));
    }

    private List<Call> calls(AccessPermit permit, CaseDossier file, Insurer insurer) {
        CaseSummary summary = file.summary();
        List<Instant> moments = facts.moments(summary.calledAt());
        return file.numbers().stream()
                .flatMap(numbers -> CallLines.of(insurer, summary.businessLine(), summary.calledAt()).stream()
                        .flatMap(line -> lookUp.of(permit, numbers.consumer(), line, moments).stream()))
                .map(found -> new Call(file, insurer, found))
                .toList();
    }

    /** If the line of business is unknown, takes one in which the call breaks a block, in favour of the consumer. */
    private Call forConsumer(List<Call> calls) {
        return calls.stream()
                .filter(this::breaksBlock)
                .findFirst()
                .or(() -> calls.stream().filter(Call::isBlocked).findFirst())
                .orElse(calls.get(0));
    }

    private boolean breaksBlock(Call call) {
        try {
            return ProposeRuling.byBlock(facts.of(call)) == CaseRuling.VIOLATION;
        } catch (YearNotLoadedException e) {
            return false;
        }
    }

    private Evidence.Proposal propose(Call call, List<Statement> statements) {
        try {
            CallFacts known = facts.of(call);
            callStatements.doubt(call, known).ifPresent(statements::add);
            return ProposeRuling.from(known);
        } catch (YearNotLoadedException e) {
            return Evidence.Proposal.nothing(WhyNothing.CALENDAR_NOT_LOADED);
        }
    }

    private static Evidence nothing(CaseDossier file, List<Statement> statements, StatementType says, WhyNothing why) {
        statements.add(Statement.of(
                says,
                Statement.Source.of(Statement.Source.Kind.CASE, file.summary().number())));
        return new Evidence(file.summary().number(), Optional.empty(), statements, Evidence.Proposal.nothing(why));
    }

    /** States the block for the insurer in the line of the call, and the registrations that it derives from. */
    private List<Statement> blockStatements(Call call) {
        InsurerLookup answer = call.atNotification().answer();
        List<Statement> statements = new ArrayList<>();
        statements.add(Statement.of(
                StatementType.TAKING_PART,
                Source.of(Source.Kind.AGREEMENTS, answer.insurer().insurer()),
                answer.insurer(),
                answer.takingPart()));
        statements.add(Statement.of(
                StatementType.valueOf("BAN_" + answer.why()),
                Source.of(Source.Kind.REGISTRY, answer.insurer()),
                answer.insurer(),
                answer.block().map(Interval::effectiveOn),
                answer.block().map(Interval::expiresOn)));
        answer.begunBy()
                .map(registration -> registration(StatementType.ACT_BEGAN, registration))
                .ifPresent(statements::add);
        answer.endSetBy()
                .map(registration -> registration(StatementType.ACT_SET_END, registration))
                .ifPresent(statements::add);
        answer.endedBy()
                .map(registration -> registration(StatementType.ACT_ENDED, registration))
                .ifPresent(statements::add);
        return statements;
    }

    private Statement registration(StatementType says, RegistrationDetails registration) {
        Source source = registration
                .upload()
                .map(upload -> new Source(Source.Kind.UPLOAD, upload, registration.line()))
                .orElseGet(() -> Source.of(Source.Kind.REVISION, registration.revision()));
        return Statement.of(says, source, registration.kind(), registration.revision(), registration.registeredAt())
                .vouchedBy(vouchers.ofBatch(registration.batch()));
    }
}
