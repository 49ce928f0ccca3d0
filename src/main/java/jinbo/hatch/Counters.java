package jinbo.hatch;

import jinbo.consumer.ConsumerDesk;
import jinbo.sms.DeliveryReceipts;

/**
 * Where at the exchange something can be had done for the portal.
 *
 * @param desk for consumers
 * @param receipts for gateways
 */
record Counters(ConsumerDesk desk, DeliveryReceipts receipts) {}
