package jinbo.consumer.portal.remote;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import javax.sql.DataSource;
import jinbo.consumer.ConsumerService;
import jinbo.consumer.messaging.DeliveryReceipts;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The services of the exchange for a remote portal, until it is closed. */
public final class RemoteExchange implements AutoCloseable {

    private final PortalRequestSender sender;
    private final NotificationListener notificationListener;

    public RemoteExchange(DataSource dataSource, RemotePortalSettings settings) {
        this.sender = new PortalRequestSender(JdbcClient.create(dataSource), settings);
        this.notificationListener =
                NotificationListener.listen(dataSource, "jinbo_portal_response", sender::onNotification);
    }

    public ConsumerService consumerService() {
        return RemoteConsumerService.create(sender);
    }

    public DeliveryReceipts receipts() {
        return new RemoteDeliveryReceipts(sender);
    }

    @Override
    public void close() {
        notificationListener.close();
    }

    record RemoteDeliveryReceipts(PortalRequestSender sender) implements DeliveryReceipts {

        /** Possible names; which are set is known to the serving process only. */
        private static final Set<String> GATEWAYS = Set.of("first", "second");

        @Override
        public boolean isKnown(String gateway) {
            return GATEWAYS.contains(gateway);
        }

        @Override
        public DeliveryReceipts.Outcome take(String gateway, String timestamp, String signature, byte[] body) {
            PortalRequest portalRequest = new PortalRequest(
                    Objects.requireNonNull(PortalRequest.CALLS.get("take")),
                    List.of(gateway, timestamp, signature, body));
            return (DeliveryReceipts.Outcome) Objects.requireNonNull(sender.send(portalRequest));
        }
    }
}
