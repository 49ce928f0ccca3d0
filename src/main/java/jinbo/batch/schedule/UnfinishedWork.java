package jinbo.batch.schedule;

import java.util.Locale;
import java.util.Optional;
import jinbo.batch.Remark;
import jinbo.batch.reconciliation.RuleResult;
import jinbo.participant.insurer.InsurerCode;

/**
 * @param insurer whose part; empty if it concerns all
 * @param what why and what to do, without any phone number
 */
public record UnfinishedWork(Optional<InsurerCode> insurer, String what) {

    static UnfinishedWork of(Remark remark) {
        return new UnfinishedWork(Optional.of(remark.insurer()), remark.what());
    }

    /** A sum that does not agree; waiting does not mend it, but each further try says so anew until a person does. */
    static UnfinishedWork of(RuleResult broken) {
        return new UnfinishedWork(
                Optional.empty(), broken.code().in(Locale.ENGLISH) + ": " + String.join(", ", broken.examples()));
    }

    /** The name under which it is stored. */
    String storedName() {
        return insurer.map(InsurerCode::value).orElse(RunState.ALL);
    }
}
