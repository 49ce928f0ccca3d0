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
 * Listens for PostgreSQL's notifications of portal requests or their answers. Notifications may be lost while the
 * listener reconnects, so the classes that use it also read the table at intervals.
 */
final class NotificationListener implements AutoCloseable {

    /** The interval at which the thread checks whether it was closed. */
    private static final int LISTENS_FOR_MILLIS = 250;

    private static final int TIMES_BETWEEN_CONNECTION_CHECKS = 240;
    private static final int CHECKED_WITHIN_SECONDS = 5;

    private static final Logger LOG = LoggerFactory.getLogger(NotificationListener.class);

    private final DataSource dataSource;
    private final String channel;
    private final Consumer<String> handler;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Thread thread;
    private boolean outageLogged;

    private NotificationListener(DataSource dataSource, String channel, Consumer<String> handler) {
        this.dataSource = dataSource;
        this.channel = channel;
        this.handler = handler;
        this.thread = new Thread(this::run, "portal-notifications");
        this.thread.setDaemon(true);
    }

    /** @param channel an SQL identifier without quotes */
    static NotificationListener listen(DataSource dataSource, String channel, Consumer<String> handler) {
        NotificationListener notificationListener = new NotificationListener(dataSource, channel, handler);
        notificationListener.thread.start();
        return notificationListener;
    }

    private void run() {
        try {
            do {
                listen();
            } while (!stopped.await(1, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void listen() {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            PGConnection postgres = connection.unwrap(PGConnection.class);
            statement.execute("listen " + channel);
            outageLogged = false;
            for (int times = 1; stopped.getCount() > 0; times++) {
                for (PGNotification notification : postgres.getNotifications(LISTENS_FOR_MILLIS)) {
                    handler.accept(notification.getParameter());
                }
                // without a check, a broken connection looks like one without notifications
                if (times % TIMES_BETWEEN_CONNECTION_CHECKS == 0 && !connection.isValid(CHECKED_WITHIN_SECONDS)) {
                    throw new SQLException("The connection is dead", "08006");
                }
            }
            statement.execute("unlisten *");
        } catch (SQLException e) {
            if (stopped.getCount() > 0 && !outageLogged) {
                LOG.warn(
                        "The connection that reports portal requests and answers is interrupted ({})", e.getSQLState());
                outageLogged = true;
            }
        }
    }

    @Override
    public void close() {
        stopped.countDown();
        try {
            thread.join(TimeUnit.SECONDS.toMillis(2));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
