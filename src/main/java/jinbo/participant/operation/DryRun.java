package jinbo.participant.operation;

import java.util.concurrent.Callable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.DefaultTransactionDefinition;

/** Runs work in a transaction that is then rolled back, to find out what the result would be. */
@Component
public record DryRun(PlatformTransactionManager transactions) {

    public <T> T of(Callable<T> work) throws Exception {
        TransactionStatus status = transactions.getTransaction(new DefaultTransactionDefinition());
        try {
            return work.call();
        } finally {
            transactions.rollback(status);
        }
    }
}
