package jinbo.batch.schedule;

import java.util.Locale;
import java.util.Optional;
import jinbo.batch.Remark;
import jinbo.batch.reconciliation.RuleResult;
import jinbo.participant.insurer.InsurerCode;

/** @param what reason and action, without phone numbers */
public record UnfinishedWork(Optional<InsurerCode> insurer, String what) {

    static UnfinishedWork of(Remark remark) {
        return new UnfinishedWork(Optional.of(remark.insurer()), remark.what());
    }

    /** A violated rule; retries report it again until a person resolves it. */
    static UnfinishedWork of(RuleResult broken) {
        return new UnfinishedWork(
                Optional.empty(), broken.code().in(Locale.ENGLISH) + ": " + String.join(", ", broken.examples()));
    }

    String storedName() {
        return insurer.map(InsurerCode::value).orElse(RunState.ALL);
    }
}
