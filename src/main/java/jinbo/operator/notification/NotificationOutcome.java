package jinbo.operator.notification;

/** What has become of one notification on one way. */
public sealed interface NotificationOutcome {

    /** Whoever is at the other end has taken it. */
    record Taken() implements NotificationOutcome {}

    /**
     * The other end does not want this one; others may go.
     *
     * @param why in words, without addresses and secrets
     */
    record Refused(String why) implements NotificationOutcome {}

    /**
     * There is no way to the other end now, for this one and for others.
     *
     * @param why in words, without addresses and secrets
     */
    record Unreachable(String why) implements NotificationOutcome {}
}
