package jinbo.consumer.portal.remote;

import javax.sql.DataSource;
import jinbo.consumer.ConsumerService;
import jinbo.consumer.messaging.DeliveryReceipts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Processes the requests of remote portals while {@code serve} runs. */
@Component
@EnableConfigurationProperties(RemotePortalSettings.class)
public record AcceptPortalRequests(
        DataSource dataSource,
        JdbcClient jdbc,
        ConsumerService service,
        DeliveryReceipts receipts,
        RemotePortalSettings settings) {

    private static final Logger LOG = LoggerFactory.getLogger(AcceptPortalRequests.class);

    public record Open(Runnable end) implements AutoCloseable {
        @Override
        public void close() {
            end.run();
        }
    }

    public Open open() {
        if (settings.answering() == 0) {
            return new Open(() -> LOG.debug("No portal was answered here"));
        }
        ProcessPortalRequests process = new ProcessPortalRequests(jdbc, service, receipts, settings.answering());
        NotificationListener notificationListener =
                NotificationListener.listen(dataSource, "jinbo_portal_request", with -> process.wakeUp());
        process.start();
        return new Open(() -> {
            notificationListener.close();
            process.stop();
        });
    }
}
