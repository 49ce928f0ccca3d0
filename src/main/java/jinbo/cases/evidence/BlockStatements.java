package jinbo.cases.evidence;

import java.util.ArrayList;
import java.util.List;
import jinbo.cases.evidence.Statement.Source;
import jinbo.registry.Interval;
import jinbo.registry.history.InsurerLookup;
import jinbo.registry.history.RegistrationDetails;
import org.springframework.stereotype.Component;

/** States whether the number was blocked for the insurer at the told time, and by which acts. */
@Component
class BlockStatements {

    private final FindLogProofs vouchers;

    BlockStatements(FindLogProofs vouchers) {
        this.vouchers = vouchers;
    }

    List<Statement> of(Call call) {
        InsurerLookup answer = call.told().answer();
        List<Statement> statements = new ArrayList<>();
        statements.add(Statement.of(
                StatementType.TAKING_PART,
                Source.of(Source.Kind.AGREEMENTS, answer.insurer()),
                answer.insurer(),
                answer.takingPart()));
        statements.add(Statement.of(
                StatementType.valueOf("BAN_" + answer.why()),
                Source.of(Source.Kind.REGISTRY, answer.insurer()),
                answer.insurer(),
                answer.ban().map(Interval::effectiveOn),
                answer.ban().map(Interval::expiresOn)));
        answer.begunBy().map(act -> act(StatementType.ACT_BEGAN, act)).ifPresent(statements::add);
        answer.endSetBy().map(act -> act(StatementType.ACT_SET_END, act)).ifPresent(statements::add);
        answer.endedBy().map(act -> act(StatementType.ACT_ENDED, act)).ifPresent(statements::add);
        return statements;
    }

    private Statement act(StatementType says, RegistrationDetails act) {
        Source source = act.upload()
                .map(upload -> new Source(Source.Kind.UPLOAD, upload, act.line()))
                .orElseGet(() -> Source.of(Source.Kind.REVISION, act.revision()));
        return Statement.of(says, source, act.kind(), act.revision(), act.registeredAt())
                .vouchedBy(vouchers.ofBatch(act.batch()));
    }
}
