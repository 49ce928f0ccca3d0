package jinbo.story.year;

import java.time.LocalDateTime;

/**
 * What a consumer says of a call.
 *
 * @param at when
 * @param call of which
 * @param against the insurer that is named, rightly or not
 * @param calledAt when the call was, by the consumer's clock
 * @param again whether there is a case about this call already
 */
record SimulatedComplaint(LocalDateTime at, Call call, Member against, LocalDateTime calledAt, boolean again) {

    boolean isAgainstAnother() {
        return !against.equals(call.by());
    }
}
