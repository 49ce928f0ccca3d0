package jinbo.cases;

import java.util.Objects;
import java.util.function.Function;
import jinbo.accesslog.Access;
import jinbo.accesslog.AccessLog;
import jinbo.accesslog.AccessPermit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Does one access to cases: announced before, and its result recorded in the transaction in which it is done. */
@Component
record CaseAccessTemplate(AccessLog accessLog, TransactionTemplate transaction) {

    /** @param numbers how many numbers were read or written */
    record Done<T>(T value, String outcome, long numbers) {}

    <T> T of(Access access, Function<AccessPermit, Done<T>> work) {
        AccessPermit permit = accessLog.begin(access);
        try {
            return Objects.requireNonNull(transaction.execute(status -> {
                        Done<T> done = work.apply(permit);
                        accessLog.complete(permit, done.outcome(), done.numbers());
                        return done;
                    }))
                    .value();
        } catch (RuntimeException e) {
            accessLog.failed(permit, e);
            throw e;
        }
    }
}
