package jinbo.consumer;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import jinbo.reference.phone.Mobile;
import jinbo.reference.phone.MobileParseResult;

/** The result of a request for a code. It does not show whether the number has registrations. */
public sealed interface CodeRequestOutcome {

    /**
     * @param againAt from when on another code can be sent
     * @param isCertainlyOurs false if the region of the number is unknown
     */
    record Sent(UUID challenge, Mobile mobile, Instant expiresAt, Instant againAt, boolean isCertainlyOurs)
            implements CodeRequestOutcome {}

    /** The input is not a mobile number. */
    record NoMobile(MobileParseResult.Problem why) implements CodeRequestOutcome {}

    /** The number is of another region, for which this association is not responsible. */
    record Elsewhere() implements CodeRequestOutcome {}

    /** A limit of codes is reached. The visitor can try again after this time. */
    record TooMany(Duration after) implements CodeRequestOutcome {}

    /** No gateway has accepted the message. */
    record NotSent() implements CodeRequestOutcome {}
}
