package jinbo.batch.schedule;

import java.util.Locale;
import java.util.Optional;
import jinbo.batch.Remark;
import jinbo.batch.reconciliation.RuleResult;
import jinbo.participant.insurer.InsurerCode;

/** Work that a run has left undone; {@code what} has the reason and what to do, without phone numbers. */
public record UnfinishedWork(Optional<InsurerCode> insurer, String what) {

    static UnfinishedWork of(Remark remark) {
        return new UnfinishedWork(Optional.of(remark.insurer()), remark.what());
    }

    /** Reports a violated rule. Each retry reports the violation again, until a person has resolved it. */
    static UnfinishedWork of(RuleResult broken) {
        return new UnfinishedWork(
                Optional.empty(), broken.code().in(Locale.ENGLISH) + ": " + String.join("; ", broken.examples()));
    }

    String storedName() {
        return insurer.map(InsurerCode::value).orElse(RunState.ALL);
    }
}
