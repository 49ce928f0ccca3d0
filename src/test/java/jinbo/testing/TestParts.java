package jinbo.testing;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.sql.DataSource;
import jinbo.crashpoint.CrashPoints;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A few packages of the program over a database of their own: cheaper than a whole exchange. */
public final class TestParts implements AutoCloseable {

    private final HikariDataSource dataSource;
    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

    /** Starts the components of the packages. */
    public TestParts(Clock clock, String... packages) {
        this(clock, beans -> {}, packages);
    }

    /**
     * Starts the components of the packages.
     *
     * @param others adds components of other packages, one by one
     */
    public TestParts(Clock clock, Consumer<AnnotationConfigApplicationContext> others, String... packages) {
        this(TestDatabase.fresh(), clock, others, packages);
    }

    private TestParts(
            HikariDataSource dataSource,
            Clock clock,
            Consumer<AnnotationConfigApplicationContext> others,
            String... packages) {
        this.dataSource = dataSource;
        context.registerBean(CrashPoints.class, () -> CrashPoints.UNWATCHED);
        context.registerBean(Clock.class, () -> clock);
        context.registerBean(DataSource.class, () -> dataSource);
        context.registerBean(JdbcClient.class, () -> JdbcClient.create(dataSource));
        context.registerBean(PlatformTransactionManager.class, () -> new JdbcTransactionManager(dataSource));
        others.accept(context);
        context.scan(packages);
        context.refresh();
    }

    /** Starts them over a database where they log in as its owner, who may do everything. */
    public static TestParts asOwner(Clock clock, String... packages) {
        return new TestParts(TestDatabase.freshForOwner(), clock, beans -> {}, packages);
    }

    /** One of the components. */
    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** A client on the database for its owner, who may do everything, and in no transaction of the program's. */
    public JdbcClient sql() {
        return JdbcClient.create(TestDatabase.owner(dataSource.getJdbcUrl()));
    }

    /** The program's pool. */
    public HikariDataSource dataSource() {
        return dataSource;
    }

    /** Does the work in one transaction. */
    public <T> T inTransaction(Supplier<T> work) {
        return new TransactionTemplate(bean(PlatformTransactionManager.class)).execute(status -> work.get());
    }

    @Override
    public void close() {
        context.close();
        dataSource.close();
    }
}
