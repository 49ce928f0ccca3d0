package jinbo.operator.notification;

import java.util.List;

/** @param all each, in the order in which they are used */
public record Notifiers(List<Notifier> all) {

    public Notifiers {
        all = List.copyOf(all);
    }
}
