package jinbo.operator.notification;

import java.util.List;

/**
 * The ways that the settings name.
 *
 * @param all each, in the order in which they are used
 */
public record Notifiers(List<Notifier> all) {

    public Notifiers {
        all = List.copyOf(all);
    }
}
