package jinbo.operator.notification;

import jinbo.platform.webhook.DeliveryOutcome;

public interface Notifier {

    /** What it is called in records; the same for ever. */
    String name();

    /** Hands one over, within the time of the settings; what fails is answered and never thrown. */
    DeliveryOutcome send(Notification notification);
}
