package jinbo.registry;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import jinbo.accesslog.AccessPermit;
import jinbo.accesslog.NumbersGate;
import jinbo.insurer.Sector;
import jinbo.mobile.Mobile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads what the registry remembers of one number. */
@Component
public class ReadNumberHistory {

    private final JdbcClient jdbc;
    private final DataSource dataSource;
    private final NumbersGate gate;
    private final TransactionTemplate snapshot;

    ReadNumberHistory(
            JdbcClient jdbc, DataSource dataSource, NumbersGate gate, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.dataSource = dataSource;
        this.gate = gate;
        this.snapshot = new TransactionTemplate(transactions);
        this.snapshot.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.snapshot.setReadOnly(true);
        this.snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /**
     * Reads it, at one revision.
     *
     * @param permit the access to this number that was announced
     */
    public NumberHistory of(AccessPermit permit, Mobile mobile) {
        return snapshot.execute(status -> {
            Connection connection = DataSourceUtils.getConnection(dataSource);
            return gate.<NumberHistory, RuntimeException>open(permit, connection, open -> history(mobile));
        });
    }

    /** The transaction's connection, on which the gate is open, is the one that {@link JdbcClient} works on. */
    private NumberHistory history(Mobile mobile) {
        long revision =
                jdbc.sql("select revision from registry_head").query(Long.class).single();
        List<ActOfNumber> acts = jdbc.sql("""
                select b.id, b.revision, b.inbound_file, r.scope, b.sector, r.effective_on, r.expires_on, b.registered_on
                from registration r join act_batch b on b.id = r.batch
                where r.mobile = ? and b.revision is not null
                order by b.revision, r.line
                """)
                .param(mobile.value())
                .query(ReadNumberHistory::act)
                .list();
        return new NumberHistory(revision, acts);
    }

    private static ActOfNumber act(ResultSet row, int number) throws SQLException {
        return new ActOfNumber(
                row.getLong("id"),
                row.getLong("revision"),
                Optional.ofNullable(row.getObject("inbound_file", Long.class)),
                row.getShort("scope"),
                Sector.valueOf(row.getString("sector")),
                new Interval(
                        row.getObject("effective_on", LocalDate.class), row.getObject("expires_on", LocalDate.class)),
                row.getObject("registered_on", LocalDate.class));
    }
}
