package jinbo.batch;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import javax.sql.DataSource;
import jinbo.platform.home.BoundedWait;
import jinbo.platform.home.Home;
import jinbo.platform.home.HomeError;
import jinbo.platform.home.HomeException;
import jinbo.platform.home.SharedHome;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The nodes that serve with one database. Each has a random number, under which it holds a lock in the database and
 * another one in its home. So a node that starts knows the others from the database, and checks that their locks are
 * seen in its own home. A node whose connection to the database has broken is not checked.
 */
@Component
public record ServingNodes(DataSource dataSource, JdbcClient jdbc, Home home) {

    /** The locks of a process that dies do not end all at the same moment. */
    private static final Duration END_OF_A_PROCESS = Duration.ofSeconds(5);

    /** This process as one of the nodes. Other nodes first lose sight of it in the database, then in the home. */
    public record Membership(SharedHome shared, SingleProcessLock inDatabase) implements AutoCloseable {

        @Override
        public void close() {
            try (shared) {
                inDatabase.close();
            }
        }
    }

    private record OtherNode(int number, String address) {}

    /** @throws HomeException if the file system is unfit, or the home does not show the lock of each other node */
    public Membership join() {
        int number = ThreadLocalRandom.current().nextInt(1, Integer.MAX_VALUE);
        SharedHome shared = SharedHome.join(home, number);
        Membership joined;
        try {
            joined = new Membership(
                    shared,
                    SingleProcessLock.tryTake(dataSource, SingleProcessLock.Task.SERVING, number)
                            .orElseThrow());
        } catch (RuntimeException e) {
            shared.close();
            throw e;
        }
        try {
            requireLocksOfOthers(shared, number);
        } catch (RuntimeException e) {
            joined.close();
            throw e;
        }
        return joined;
    }

    private void requireLocksOfOthers(SharedHome shared, int number) {
        BoundedWait wait = new BoundedWait(END_OF_A_PROCESS);
        List<OtherNode> notSeen = notSeen(shared, number);
        while (!notSeen.isEmpty() && wait.pause()) {
            notSeen = notSeen(shared, number);
        }
        if (!notSeen.isEmpty()) {
            throw new HomeException(
                    HomeError.NODE_LOCK_NOT_SEEN,
                    shared.lockFile(),
                    notSeen.stream().map(OtherNode::address).distinct().toList());
        }
    }

    private List<OtherNode> notSeen(SharedHome shared, int number) {
        return others(number).stream()
                .filter(other -> !shared.showsLockOf(other.number))
                .toList();
    }

    private List<OtherNode> others(int number) {
        return jdbc.sql("""
                select l.objid::bigint::int as number, coalesce(host(a.client_addr), '?') as address
                from pg_locks l left join pg_stat_activity a on a.pid = l.pid
                where l.locktype = 'advisory' and l.objsubid = 2 and l.granted
                    and l.database = (select oid from pg_database where datname = current_database())
                    and l.classid::bigint = ? and l.objid::bigint <> ?
                """)
                .params(SingleProcessLock.Task.SERVING.lockClass(), number)
                .query(OtherNode.class)
                .list();
    }
}
