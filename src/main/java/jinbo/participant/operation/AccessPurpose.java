package jinbo.participant.operation;

import jinbo.reference.phone.PhoneDigits;

/** The reason for which a person reads consumers' data or decides about it. It stays in the access log for ever. */
public record AccessPurpose(String text) {

    static final int LONGEST = 500;

    public AccessPurpose {
        if (text.isBlank() || !isStorable(text) || PhoneDigits.mayContainNumber(text)) {
            throw new InvalidOperationException(OperationError.REASON_UNUSABLE, LONGEST);
        }
        text = text.strip();
    }

    /** Neither the database nor the log can store control characters and lone surrogates. */
    static boolean isStorable(String text) {
        return text.length() <= LONGEST
                && text.codePoints()
                        .noneMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE);
    }

    @Override
    public String toString() {
        return text;
    }
}
