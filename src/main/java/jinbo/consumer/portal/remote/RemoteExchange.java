package jinbo.consumer.portal.remote;

import java.util.Set;
import javax.sql.DataSource;
import jinbo.consumer.ConsumerService;
import jinbo.consumer.messaging.DeliveryReceipts;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a portal elsewhere asks, through the request queue, until it is closed. */
public final class RemoteExchange implements AutoCloseable {

    private final PortalRequestSender answer;
    private final NotificationListener notificationListener;

    /** @param dataSource with the login of the portal */
    public RemoteExchange(DataSource dataSource, RemotePortalSettings settings) {
        this.answer = new PortalRequestSender(new RequestQueueClient(JdbcClient.create(dataSource)), settings);
        this.notificationListener =
                NotificationListener.listen(dataSource, "jinbo_portal_response", answer::onNotification);
    }

    public ConsumerService consumerService() {
        return new RemoteConsumerService(answer);
    }

    public DeliveryReceipts receipts() {
        return new RemoteDeliveryReceipts(answer);
    }

    @Override
    public void close() {
        notificationListener.close();
    }

    /** Receipts of gateways that the inner side takes. */
    record RemoteDeliveryReceipts(PortalRequestSender answer) implements DeliveryReceipts {

        /** The names that there may be; which of them are set, the inner side alone knows. */
        private static final Set<String> GATEWAYS = Set.of("first", "second");

        @Override
        public boolean isKnown(String gateway) {
            return GATEWAYS.contains(gateway);
        }

        @Override
        public DeliveryReceipts.Outcome take(String gateway, String timestamp, String signature, byte[] body) {
            return answer.to(new PortalRequest.TakeReceipt(gateway, timestamp, signature, body));
        }
    }
}
