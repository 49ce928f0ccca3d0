package jinbo.registry;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import jinbo.accesslog.Access;
import jinbo.accesslog.AccessAction;
import jinbo.accesslog.AccessLog;
import jinbo.accesslog.AccessPermit;
import jinbo.accesslog.Actor;
import org.springframework.stereotype.Component;

/** Proves that blocks equal acts and that the sums of uploads agree, or says which rule fails and where. */
@Component
public class VerifyRegistry {

    private final DataSource dataSource;
    private final AccessLog accessLog;

    VerifyRegistry(DataSource dataSource, AccessLog accessLog) {
        this.dataSource = dataSource;
        this.accessLog = accessLog;
    }

    /**
     * Checks everything, in one snapshot of the database.
     *
     * @throws RegistryReadException if the database fails
     */
    public List<Check> verify(Actor actor) {
        AccessPermit permit = accessLog.intend(new Access(
                actor,
                AccessAction.VERIFY_REGISTRY,
                "blocks equal acts, sums agree",
                java.util.Optional.empty(),
                "registry"));
        try {
            List<Check> checks = checks();
            long numbers = checks.get(0).checked();
            accessLog.conclude(permit, checks.stream().allMatch(Check::holds) ? "AGREES" : "DIFFERS", numbers);
            return checks;
        } catch (SQLException e) {
            accessLog.failed(permit, e);
            throw new RegistryReadException("registry verify", e);
        } catch (RuntimeException e) {
            accessLog.failed(permit, e);
            throw e;
        }
    }

    private List<Check> checks() throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setReadOnly(true);
            try {
                List<Check> checks = new ArrayList<>();
                try (CompareBlocksWithActs comparison = new CompareBlocksWithActs(connection)) {
                    checks.add(comparison.compare());
                }
                for (SumRule rule : SumRule.values()) {
                    checks.add(rule.check(connection));
                }
                return checks;
            } finally {
                connection.rollback();
            }
        }
    }
}
