package jinbo.consumer.portal.remote;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Rings when the other side has put something into the request queue (PostgreSQL's LISTEN). It may be silent for a while: when its connection has
 * broken it makes another one, and who waits for it looks now and then by itself.
 */
final class NotificationListener implements AutoCloseable {

    /** How long it listens before it looks whether it is to end. */
    private static final int LISTENS_FOR_MILLIS = 250;

    private static final int TIMES_BETWEEN_CHECKS = 240;
    private static final int CHECKED_WITHIN_SECONDS = 5;

    private static final Logger LOG = LoggerFactory.getLogger(NotificationListener.class);

    private final DataSource dataSource;
    private final String channel;
    private final Consumer<String> hears;
    private final CountDownLatch over = new CountDownLatch(1);
    private final Thread thread;
    private boolean isSilent;

    private NotificationListener(DataSource dataSource, String channel, Consumer<String> hears) {
        this.dataSource = dataSource;
        this.channel = channel;
        this.hears = hears;
        this.thread = new Thread(this::listenOn, "portal-notifications");
        this.thread.setDaemon(true);
    }

    /** @param channel a name that needs no quotes */
    static NotificationListener listen(DataSource dataSource, String channel, Consumer<String> hears) {
        NotificationListener notificationListener = new NotificationListener(dataSource, channel, hears);
        notificationListener.thread.start();
        return notificationListener;
    }

    private void listenOn() {
        try {
            do {
                listen();
            } while (!over.await(1, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void listen() {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            PGConnection postgres = connection.unwrap(PGConnection.class);
            statement.execute("listen " + channel);
            isSilent = false;
            for (int times = 1; over.getCount() > 0; times++) {
                for (PGNotification rung : postgres.getNotifications(LISTENS_FOR_MILLIS)) {
                    hears.accept(rung.getParameter());
                }
                // a line that is dead and does not say so is as quiet as one on which nobody rings
                if (times % TIMES_BETWEEN_CHECKS == 0 && !connection.isValid(CHECKED_WITHIN_SECONDS)) {
                    throw new SQLException("The connection is dead", "08006");
                }
            }
            statement.execute("unlisten *");
        } catch (SQLException e) {
            if (over.getCount() > 0 && !isSilent) {
                LOG.warn("The notifications of the request queue are interrupted ({})", e.getSQLState());
                isSilent = true;
            }
        }
    }

    @Override
    public void close() {
        over.countDown();
        try {
            thread.join(TimeUnit.SECONDS.toMillis(2));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
