package jinbo.consumer;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import jinbo.reference.phone.Mobile;
import jinbo.reference.phone.MobileParseResult;

/** The result of a request for a code. It does not depend on registrations of the number. */
public sealed interface CodeRequestOutcome {

    /**
     * @param againAt when another code can be sent to the number
     * @param isCertainlyOurs false if the number's segment is in no table
     */
    record Sent(UUID challenge, Mobile mobile, Instant expiresAt, Instant againAt, boolean isCertainlyOurs)
            implements CodeRequestOutcome {}

    record NoMobile(MobileParseResult.Problem why) implements CodeRequestOutcome {}

    /** The number belongs to another city. */
    record Elsewhere() implements CodeRequestOutcome {}

    /**
     * A limit is reached: of the number, of the network or in total.
     *
     * @param after when to try again
     */
    record TooMany(Duration after) implements CodeRequestOutcome {}

    record NotSent() implements CodeRequestOutcome {}
}
