package jinbo.consumer.portal.remote;

import jinbo.consumer.ConsumerService;
import jinbo.consumer.messaging.DeliveryReceipts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Carries out one portal request, and writes down what came of it. */
@Component
record PortalRequestHandler(ConsumerService service, DeliveryReceipts receipts) {

    private static final Logger LOG = LoggerFactory.getLogger(PortalRequestHandler.class);

    /** Always an answer, whatever is asked and whatever goes wrong. */
    String handle(String json) {
        try {
            PortalRequest<?> portalRequest = PortalRequestJson.readRequest(json);
            return carryOut(portalRequest);
        } catch (PortalRequestJson.UnreadableMessageException e) {
            LOG.warn("A portal request was refused: {}", e.getMessage());
            return PortalRequestJson.write(PortalRequestError.of(e));
        }
    }

    private String carryOut(PortalRequest<?> portalRequest) {
        try {
            return PortalRequestJson.writeAnswer(
                    portalRequest, portalRequest.execute(new PortalRequest.Services(service, receipts)));
        } catch (RuntimeException e) {
            PortalRequestError portalRequestError = PortalRequestError.of(e);
            if (portalRequestError instanceof PortalRequestError.Failed
                    || portalRequestError instanceof PortalRequestError.Closed) {
                LOG.error(
                        "The portal request {} has failed",
                        portalRequest.getClass().getSimpleName(),
                        e);
            }
            return PortalRequestJson.write(portalRequestError);
        }
    }
}
