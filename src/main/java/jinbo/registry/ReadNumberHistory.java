package jinbo.registry;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import jinbo.accesslog.AccessPermit;
import jinbo.accesslog.NumberAccessTemplate;
import jinbo.reference.phone.Mobile;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads what the registry remembers of one number. */
@Component
public class ReadNumberHistory {

    private final DataSource dataSource;
    private final NumberAccessTemplate gate;
    private final TransactionTemplate snapshot;

    ReadNumberHistory(DataSource dataSource, NumberAccessTemplate gate, PlatformTransactionManager transactions) {
        this.dataSource = dataSource;
        this.gate = gate;
        this.snapshot = new TransactionTemplate(transactions);
        this.snapshot.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.snapshot.setReadOnly(true);
    }

    /**
     * Reads it, at one revision.
     *
     * @return without registrations for a number of which nothing is known
     * @throws RegistryReadException if the database fails
     */
    public NumberHistory of(AccessPermit permit, Mobile mobile) {
        return snapshot.execute(status -> {
            try {
                Connection snapshot = DataSourceUtils.getConnection(dataSource);
                // before anything else; by the driver it would be set for the session, and set back, in three calls
                // more
                try (Statement first = snapshot.createStatement()) {
                    first.execute("set transaction isolation level repeatable read");
                }
                return gate.open(permit, snapshot, connection -> {
                    KnownInsurers known = KnownInsurers.read(connection);
                    try (NumberHistoryCursor numberHistoryCursor =
                            NumberHistoryCursor.of(connection, known, mobile.value())) {
                        return numberHistoryCursor.mobile() == mobile.value()
                                ? numberHistoryCursor.next()
                                : NumberHistory.ofUnknown(known.scopes());
                    }
                });
            } catch (SQLException e) {
                throw new RegistryReadException(permit.access().object(), e);
            }
        });
    }
}
