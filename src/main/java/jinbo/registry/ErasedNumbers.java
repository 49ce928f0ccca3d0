package jinbo.registry;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import javax.sql.DataSource;
import jinbo.accesslog.AccessPermit;
import jinbo.accesslog.NumberAccessTemplate;
import jinbo.accesslog.Subject;
import jinbo.accesslog.SubjectKeys;
import jinbo.reference.phone.Mobile;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Answers whether the registry knew a number that it has erased since; only while a key is there that it was hashed with. */
@Component
public class ErasedNumbers {

    private static final String KNOWN = """
            select exists (select from registration_row r join unnest(?, ?) as s (epoch, hash)
                                  on r.subject = s.hash and r.subject_epoch = s.epoch)
            """;

    private final DataSource dataSource;
    private final NumberAccessTemplate gate;
    private final SubjectKeys keys;
    private final TransactionTemplate reading;

    ErasedNumbers(
            DataSource dataSource,
            NumberAccessTemplate gate,
            SubjectKeys keys,
            PlatformTransactionManager transactions) {
        this.dataSource = dataSource;
        this.gate = gate;
        this.keys = keys;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.reading.setReadOnly(true);
    }

    /**
     * Whether a registration on a number was erased, and it can still be told.
     *
     * @return false for a number that was never known, and for one whose key has been destroyed
     * @throws jinbo.platform.home.HomeException if a key cannot be read
     * @throws RegistryReadException if the database fails
     */
    public boolean isKnown(AccessPermit permit, Mobile mobile) {
        List<Subject> subjects = keys.allSubjectsOf(mobile.value());
        return Boolean.TRUE.equals(reading.execute(status -> {
            try {
                return gate.open(
                        permit, DataSourceUtils.getConnection(dataSource), connection -> find(connection, subjects));
            } catch (SQLException e) {
                throw new RegistryReadException(permit.access().object(), e);
            }
        }));
    }

    private static boolean find(Connection connection, List<Subject> subjects) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(KNOWN)) {
            statement.setArray(
                    1,
                    connection.createArrayOf(
                            "int", subjects.stream().map(Subject::epoch).toArray()));
            statement.setArray(
                    2,
                    connection.createArrayOf(
                            "bytea",
                            subjects.stream()
                                    .map(subject -> HexFormat.of().parseHex(subject.hmac()))
                                    .toArray(byte[][]::new)));
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }
}
