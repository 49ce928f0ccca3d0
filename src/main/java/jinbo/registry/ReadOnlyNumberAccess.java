package jinbo.registry;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import jinbo.accesslog.AccessPermit;
import jinbo.accesslog.NumberAccessTemplate;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads the tables of numbers through the gate. Each call uses a read-only transaction of its own. */
@Component
class ReadOnlyNumberAccess {

    private final DataSource dataSource;
    private final NumberAccessTemplate gate;
    private final TransactionTemplate transaction;

    ReadOnlyNumberAccess(DataSource dataSource, NumberAccessTemplate gate, PlatformTransactionManager transactions) {
        this.dataSource = dataSource;
        this.gate = gate;
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.transaction.setReadOnly(true);
    }

    /** @throws RegistryReadException if the work throws an {@link SQLException} */
    <T> T read(AccessPermit permit, NumberAccessTemplate.Work<T, SQLException> work) {
        return read(permit, false, work);
    }

    /** Like {@link #read}, but all queries of the work see the same snapshot of the database. */
    <T> T readSnapshot(AccessPermit permit, NumberAccessTemplate.Work<T, SQLException> work) {
        return read(permit, true, work);
    }

    private <T> T read(AccessPermit permit, boolean snapshot, NumberAccessTemplate.Work<T, SQLException> work) {
        return transaction.execute(status -> {
            try {
                Connection connection = DataSourceUtils.getConnection(dataSource);
                if (snapshot) {
                    // the driver would set the isolation level for the session and reset it: three more calls
                    try (Statement first = connection.createStatement()) {
                        first.execute("set transaction isolation level repeatable read");
                    }
                }
                return gate.open(permit, connection, work);
            } catch (SQLException e) {
                throw new RegistryReadException(permit.access().object(), e);
            }
        });
    }
}
