package jinbo.testing;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.sql.DataSource;
import jinbo.platform.faultpoint.FaultPoint;
import jinbo.platform.faultpoint.FaultPointListener;
import jinbo.platform.home.Home;
import org.awaitility.Awaitility;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.ClassUtils;

/** A few packages of the program, without their inner packages, over a database of their own: cheaper than a whole exchange. */
public final class TestSlice implements AutoCloseable {

    /** The packages that cases need. */
    public static final String[] OF_CASES = {
        "jinbo.accesslog",
        "jinbo.participant.insurer",
        "jinbo.reference.business",
        "jinbo.reference.calendar",
        "jinbo.registry",
        "jinbo.registry.history",
        "jinbo.registry.blocklist",
        "jinbo.registry.inbound",
        "jinbo.cases",
        "jinbo.cases.evidence",
        "jinbo.cases.sanction",
        "jinbo.cases.report"
    };

    private final HikariDataSource dataSource;
    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

    private final Home home;
    private Consumer<FaultPoint> atPoint = point -> {};

    /** Starts the components of the packages. */
    public TestSlice(Clock clock, String... packages) {
        this(clock, beans -> {}, packages);
    }

    /**
     * Starts the components of the packages.
     *
     * @param others adds components of other packages, one by one
     */
    public TestSlice(Clock clock, Consumer<AnnotationConfigApplicationContext> others, String... packages) {
        this(temporaryHome(), TestDatabase.fresh(), clock, others, packages);
    }

    private TestSlice(
            Home home,
            HikariDataSource dataSource,
            Clock clock,
            Consumer<AnnotationConfigApplicationContext> others,
            String... packages) {
        this.home = home;
        this.dataSource = dataSource;
        context.registerBean(Home.class, () -> home);
        context.registerBean(FaultPointListener.class, () -> point -> atPoint.accept(point));
        context.registerBean(Clock.class, () -> clock);
        context.registerBean(DataSource.class, () -> dataSource);
        context.registerBean(JdbcClient.class, () -> JdbcClient.create(dataSource));
        context.registerBean(PlatformTransactionManager.class, () -> new JdbcTransactionManager(dataSource));
        context.registerBean(
                TransactionTemplate.class, () -> new TransactionTemplate(bean(PlatformTransactionManager.class)));
        context.register(Transactions.class);
        others.accept(context);
        ClassPathBeanDefinitionScanner scanner = new ClassPathBeanDefinitionScanner(context);
        scanner.addExcludeFilter((type, factory) -> !List.of(packages)
                .contains(ClassUtils.getPackageName(type.getClassMetadata().getClassName())));
        scanner.scan(packages);
        context.refresh();
    }

    /** Starts them over a database where they log in as its owner, who may do everything. */
    public static TestSlice asOwner(Clock clock, String... packages) {
        return new TestSlice(temporaryHome(), TestDatabase.freshForOwner(), clock, beans -> {}, packages);
    }

    /** Starts them over a home and a database that others have open, too; what another process does must not close it. */
    public static TestSlice over(Path home, String url, Clock clock, String... packages) {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(url);
        pool.setMinimumIdle(0);
        return new TestSlice(new Home(home), pool, clock, beans -> {}, packages);
    }

    /** Starts the same over copies of home and database; the pool of this one loses its connections. */
    public TestSlice copy(Clock clock, String... packages) {
        Home another = temporaryHome();
        try (Stream<Path> content = Files.walk(home.root())) {
            for (Path path : content.filter(Files::isRegularFile).toList()) {
                Path target = another.root().resolve(home.root().relativize(path));
                Files.createDirectories(target.getParent());
                Files.copy(path, target, StandardCopyOption.COPY_ATTRIBUTES);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return over(another.root(), TestDatabase.copyOfUrl(dataSource.getJdbcUrl()), clock, packages);
    }

    /** What happens when the program comes to a point; an exception goes up into the program. */
    public void withFaultPoints(Consumer<FaultPoint> action) {
        atPoint = action;
    }

    /** One of the components. */
    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** A client on the database for its owner, who may do everything, and in no transaction of the program's. */
    public JdbcClient sql() {
        return TestDatabase.sql(dataSource.getJdbcUrl());
    }

    /**
     * How many rows there are.
     *
     * @param from a table, with a condition where only some of its rows count
     */
    public long count(String from) {
        return sql().sql("select count(*) from " + from).query(Long.class).single();
    }

    /** Returns as soon as so many connections to the database wait for a lock; fails if they never do. */
    public void awaitWaitingForLock(int connections) {
        Awaitility.await(connections + " connections that wait for a lock")
                .atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofMillis(5))
                .until(() -> count("pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()")
                        >= connections);
    }

    /** The program's pool. */
    public HikariDataSource dataSource() {
        return dataSource;
    }

    /** Does the work in one transaction. */
    public <T> T inTransaction(Supplier<T> work) {
        return bean(TransactionTemplate.class).execute(status -> work.get());
    }

    /** Does the work in one transaction. */
    public void inTransaction(Runnable work) {
        bean(TransactionTemplate.class).executeWithoutResult(status -> work.run());
    }

    /** As in the program, in which Spring Boot does this. */
    @Configuration(proxyBeanMethods = false)
    @EnableTransactionManagement(proxyTargetClass = true)
    static class Transactions {}

    private static Home temporaryHome() {
        return new Home(TestFolders.create("jinbo-parts")).create();
    }

    private static void remove(Path folder) {
        try (Stream<Path> content = Files.walk(folder)) {
            for (Path path : content.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        context.close();
        dataSource.close();
        remove(home.root());
    }
}
