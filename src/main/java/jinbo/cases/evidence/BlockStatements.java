package jinbo.cases.evidence;

import java.util.ArrayList;
import java.util.List;
import jinbo.cases.evidence.Statement.Source;
import jinbo.registry.Interval;
import jinbo.registry.history.InsurerLookup;
import jinbo.registry.history.RegistrationDetails;
import org.springframework.stereotype.Component;

/** States whether the number was blocked for the insurer in the line of the call, and by which registrations. */
@Component
record BlockStatements(FindLogProofs vouchers) {

    List<Statement> of(Call call) {
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
