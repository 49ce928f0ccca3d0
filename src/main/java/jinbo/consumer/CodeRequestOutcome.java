package jinbo.consumer;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import jinbo.reference.phone.Mobile;
import jinbo.reference.phone.MobileParseResult;

/** What became of the wish to have a code sent. None of it depends on whether anything is registered of the number. */
public sealed interface CodeRequestOutcome {

    /**
     * One was sent.
     *
     * @param challenge for which it is valid
     * @param mobile to which it was sent
     * @param expiresAt until when it is valid
     * @param isCertainlyOurs false for a segment that is in no table
     */
    record Sent(UUID challenge, Mobile mobile, Instant expiresAt, boolean isCertainlyOurs)
            implements CodeRequestOutcome {}

    /**
     * What was typed is no mobile number.
     *
     * @param why what is the matter
     */
    record NoMobile(MobileParseResult.Problem why) implements CodeRequestOutcome {}

    /** It is a number of another city. */
    record Elsewhere() implements CodeRequestOutcome {}

    /**
     * Too many were asked for, for this number, from this address, or by everybody.
     *
     * @param after when it is worth another try
     */
    record TooMany(Duration after) implements CodeRequestOutcome {}

    /** No gateway for short messages takes one now. */
    record NotSent() implements CodeRequestOutcome {}
}
