package jinbo.cases;

import java.util.Objects;
import java.util.function.Function;
import jinbo.accesslog.Access;
import jinbo.accesslog.AccessLog;
import jinbo.accesslog.AccessPermit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Runs work on cases as a logged access: commits the begin entry, then the work and the result in one transaction. */
@Component
record CaseAccessTemplate(AccessLog accessLog, TransactionTemplate transaction) {

    record Done<T>(T value, String outcome, long numbers) {}

    <T> T execute(Access access, Function<AccessPermit, Done<T>> work) {
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
