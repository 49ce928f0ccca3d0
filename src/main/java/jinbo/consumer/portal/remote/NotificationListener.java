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
 * Listens for notifications of the request queue (PostgreSQL's LISTEN). Notifications may be lost while it reconnects,
 * so its users also poll.
 */
final class NotificationListener implements AutoCloseable {

    /** The interval at which it looks for {@link #close}. */
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

    /** @param channel an SQL identifier without quotes */
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
                // a broken connection looks like a silent one
                if (times % TIMES_BETWEEN_CHECKS == 0 && !connection.isValid(CHECKED_WITHIN_SECONDS)) {
                    throw new SQLException("The line is dead", "08006");
                }
            }
            statement.execute("unlisten *");
        } catch (SQLException e) {
            if (over.getCount() > 0 && !isSilent) {
                LOG.warn("The notifications of the request queue are missing for a while ({})", e.getSQLState());
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
