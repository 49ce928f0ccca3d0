package jinbo.consumer.portal.remote;

import java.util.Set;
import jinbo.consumer.messaging.DeliveryReceipts;

/** Receipts of gateways that the inner side takes. */
final class RemoteDeliveryReceipts implements DeliveryReceipts {

    /** The names that there may be; which of them are set, the inner side alone knows. */
    private static final Set<String> GATEWAYS = Set.of("first", "second");

    private final PortalRequestSender answer;

    RemoteDeliveryReceipts(PortalRequestSender answer) {
        this.answer = answer;
    }

    @Override
    public boolean isKnown(String gateway) {
        return GATEWAYS.contains(gateway);
    }

    @Override
    public DeliveryReceipts.Outcome take(String gateway, String timestamp, String signature, byte[] body) {
        return answer.to(new PortalRequest.TakeReceipt(gateway, timestamp, signature, body));
    }
}
