package jinbo.operator.notification;

/** A way on which people are notified. */
public interface Notifier {

    /** What it is called in records; the same for ever. */
    String name();

    /** Hands one over, within the time of the settings; what fails is answered and never thrown. */
    Outcome send(Notification notification);

    /** What has become of one notification on one way. */
    sealed interface Outcome {

        /** Whoever is at the other end has taken it. */
        record Taken() implements Outcome {}

        /**
         * The other end does not want this one; others may go.
         *
         * @param why in words, without addresses and secrets
         */
        record Refused(String why) implements Outcome {}

        /**
         * There is no way to the other end now, for this one and for others.
         *
         * @param why in words, without addresses and secrets
         */
        record Unreachable(String why) implements Outcome {}
    }
}
