package jinbo.registry;

import java.util.Optional;
import javax.sql.DataSource;
import jinbo.accesslog.AccessPermit;
import jinbo.accesslog.NumberAccessTemplate;
import jinbo.reference.phone.Mobile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Tells of which number a holder has said something, as long as nothing was said of that number since. */
@Component
public class ConsumerRegistrationNumbers {

    /**
     * Whoever has the number now may be somebody else, if it was released; so a release counts as well as a choice. Registrations
     * that lie in rows are consumers', or have no number any more. The day in {@code last_consumer_registration} is not enough: there may be two of one day.
     */
    private static final String STILL_LAST = """
            select w.mobile from registration_batch b
            cross join lateral (select mobile from registration_row where batch = b.id and mobile is not null limit 1) w
            where b.revision = ? and b.kind = 'CHOICE'
              and not exists (select from registration_row r join registration_batch later on later.id = r.batch
                              where (r.mobile / 1000)::int = (w.mobile / 1000)::int and r.mobile = w.mobile
                                and later.revision > b.revision)
            """;

    private final DataSource dataSource;
    private final JdbcClient jdbc;
    private final NumberAccessTemplate gate;
    private final TransactionTemplate ofItsOwn;

    ConsumerRegistrationNumbers(
            DataSource dataSource,
            JdbcClient jdbc,
            NumberAccessTemplate gate,
            PlatformTransactionManager transactions) {
        this.dataSource = dataSource;
        this.jdbc = jdbc;
        this.gate = gate;
        this.ofItsOwn = new TransactionTemplate(transactions);
        this.ofItsOwn.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.ofItsOwn.setReadOnly(true);
    }

    /**
     * The number of the registration that got a revision.
     *
     * @return empty if its holder has said something else since, it has changed hands, or it was erased
     */
    public Optional<Mobile> findIfLatest(AccessPermit permit, long revision) {
        return ofItsOwn.execute(status -> gate.<Optional<Mobile>, RuntimeException>open(
                permit,
                DataSourceUtils.getConnection(dataSource),
                connection -> jdbc.sql(STILL_LAST)
                        .param(revision)
                        .query(Long.class)
                        .optional()
                        .map(Mobile::new)));
    }
}
