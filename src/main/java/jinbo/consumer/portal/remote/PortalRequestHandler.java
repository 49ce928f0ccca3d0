package jinbo.consumer.portal.remote;

import jinbo.consumer.ConsumerService;
import jinbo.consumer.messaging.DeliveryReceipts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Executes portal requests. */
@Component
record PortalRequestHandler(ConsumerService service, DeliveryReceipts receipts) {

    private static final Logger LOG = LoggerFactory.getLogger(PortalRequestHandler.class);

    /** Returns an answer in any case. */
    String handle(String json) {
        try {
            return execute(PortalRequestJson.readRequest(json));
        } catch (PortalRequestJson.UnreadableMessageException e) {
            LOG.warn("A request of a portal was refused: {}", e.getMessage());
            return PortalRequestJson.write(PortalRequestError.of(e));
        }
    }

    private String execute(PortalRequest portalRequest) {
        try {
            return PortalRequestJson.writeAnswer(
                    portalRequest, portalRequest.execute(service, receipts));
        } catch (RuntimeException e) {
            PortalRequestError portalRequestError = PortalRequestError.of(e);
            if (portalRequestError instanceof PortalRequestError.Failed
                    || portalRequestError instanceof PortalRequestError.Closed) {
                LOG.error(
                        "{} was asked by a portal and has failed",
                        portalRequest.call().getName(),
                        e);
            }
            return PortalRequestJson.write(portalRequestError);
        }
    }
}
