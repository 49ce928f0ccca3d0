package jinbo.consumer;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import jinbo.reference.phone.Mobile;
import jinbo.reference.phone.MobileParseResult;

/** Does not depend on registrations of the number. */
public sealed interface CodeRequestOutcome {

    /**
     * @param againAt when another code can be sent
     * @param isCertainlyOurs false if the number's segment is unknown
     */
    record Sent(UUID challenge, Mobile mobile, Instant expiresAt, Instant againAt, boolean isCertainlyOurs)
            implements CodeRequestOutcome {}

    record NoMobile(MobileParseResult.Problem why) implements CodeRequestOutcome {}

    record Elsewhere() implements CodeRequestOutcome {}

    /** @param after when to try again */
    record TooMany(Duration after) implements CodeRequestOutcome {}

    record NotSent() implements CodeRequestOutcome {}
}
