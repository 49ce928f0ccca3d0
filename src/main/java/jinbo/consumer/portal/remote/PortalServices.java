package jinbo.consumer.portal.remote;

import jinbo.consumer.ConsumerService;
import jinbo.consumer.messaging.DeliveryReceipts;

/**
 * Where at the exchange something can be had done for the portal.
 *
 * @param desk for consumers
 * @param receipts for gateways
 */
record PortalServices(ConsumerService desk, DeliveryReceipts receipts) {}
