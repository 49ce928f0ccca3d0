package jinbo.registry.history;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Since when, without interruption until a moment, an insurer had been told that a number is blocked on the day of that moment.
 *
 * @param list the first delivered list that told so; empty if none of that run was delivered
 * @param agreed the insurer's first acknowledgement that it holds what that list, or one after it, says
 * @param withheld the first list that told so and that it did not get for a reason of its own, which relieves nobody
 */
public record NotifiedSince(
        Optional<DeliveredListContent> list,
        Optional<AgreedAcknowledgement> agreed,
        Optional<WithheldListContent> withheld) {

    /** An insurer's acknowledgement that it holds what the association does. */
    public record AgreedAcknowledgement(long inboundFile, int sequence, Instant appliedAt, Instant receivedAt) {}

    /** When the first of them told it, or would have. */
    public Instant begin() {
        return Stream.concat(
                        list.map(DeliveredListContent::deliveredAt).stream(),
                        withheld.map(WithheldListContent::withheldAt).stream())
                .min(Instant::compareTo)
                .orElseThrow();
    }

    /** Whether the insurer had said before an instant that it holds this. */
    public boolean agreedBefore(Instant at) {
        return agreed.filter(agreedAcknowledgement ->
                        agreedAcknowledgement.receivedAt().isBefore(at))
                .isPresent();
    }
}
