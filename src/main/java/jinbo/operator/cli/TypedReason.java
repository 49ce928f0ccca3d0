package jinbo.operator.cli;

import jinbo.participant.operation.InvalidOperationException;
import jinbo.participant.operation.OperationError;
import jinbo.reference.phone.PhoneDigits;

/** Words that go to the other side of the exchange. */
final class TypedReason {

    private static final int LONGEST = 200;

    private TypedReason() {}

    /**
     * @throws InvalidOperationException if they are empty, too long, of more than one line, or may hold a phone number
     */
    static void require(String words) {
        if (words.isBlank()
                || words.codePointCount(0, words.length()) > LONGEST
                || words.chars().anyMatch(Character::isISOControl)
                || PhoneDigits.mayContainNumber(words)) {
            throw new InvalidOperationException(OperationError.REASON_UNUSABLE, Integer.toString(LONGEST));
        }
    }
}
