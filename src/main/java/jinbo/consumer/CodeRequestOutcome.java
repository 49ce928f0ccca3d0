package jinbo.consumer;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import jinbo.reference.phone.Mobile;
import jinbo.reference.phone.MobileParseResult;

/** What became of the wish to have a code sent. None of it depends on whether anything is registered of the number. */
public sealed interface CodeRequestOutcome {

    /**
     * @param againAt from when on another one can be sent to the number
     * @param isCertainlyOurs false for a segment that is in no table
     */
    record Sent(UUID challenge, Mobile mobile, Instant expiresAt, Instant againAt, boolean isCertainlyOurs)
            implements CodeRequestOutcome {}

    record NoMobile(MobileParseResult.Problem why) implements CodeRequestOutcome {}

    /** It is a number of another city. */
    record Elsewhere() implements CodeRequestOutcome {}

    /**
     * Too many were asked for, for this number, from this address, or by everybody.
     *
     * @param after when it is worth another try
     */
    record TooMany(Duration after) implements CodeRequestOutcome {}

    record NotSent() implements CodeRequestOutcome {}
}
