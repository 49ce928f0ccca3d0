package jinbo.cases.evidence;

import java.util.ArrayList;
import java.util.List;
import jinbo.cases.evidence.Statement.Source;
import jinbo.registry.Interval;
import jinbo.registry.history.InsurerAnswer;
import jinbo.registry.history.NamedAct;
import org.springframework.stereotype.Component;

/** States whether the number was blocked for the insurer at the told time, and by which acts. */
@Component
class StateBlock {

    private final FindVouchers vouchers;

    StateBlock(FindVouchers vouchers) {
        this.vouchers = vouchers;
    }

    List<Statement> of(Call call) {
        InsurerAnswer answer = call.told().answer();
        List<Statement> statements = new ArrayList<>();
        statements.add(Statement.of(
                Saying.TAKING_PART,
                Source.of(Source.Kind.AGREEMENTS, answer.insurer()),
                answer.insurer(),
                answer.takingPart()));
        statements.add(Statement.of(
                Saying.valueOf("BAN_" + answer.why()),
                Source.of(Source.Kind.REGISTRY, answer.insurer()),
                answer.insurer(),
                answer.ban().map(Interval::effectiveOn),
                answer.ban().map(Interval::expiresOn)));
        answer.begunBy().map(act -> act(Saying.ACT_BEGAN, act)).ifPresent(statements::add);
        answer.endSetBy().map(act -> act(Saying.ACT_SET_END, act)).ifPresent(statements::add);
        answer.endedBy().map(act -> act(Saying.ACT_ENDED, act)).ifPresent(statements::add);
        return statements;
    }

    private Statement act(Saying says, NamedAct act) {
        Source source = act.upload()
                .map(upload -> new Source(Source.Kind.UPLOAD, upload, act.line()))
                .orElseGet(() -> Source.of(Source.Kind.REVISION, act.revision()));
        return Statement.of(says, source, act.kind(), act.revision(), act.registeredAt())
                .vouchedBy(vouchers.ofBatch(act.batch()));
    }
}
