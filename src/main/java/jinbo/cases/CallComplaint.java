package jinbo.cases;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.insurer.InsurerLine;
import jinbo.reference.business.LineCode;
import jinbo.reference.calendar.BusinessTime;
import jinbo.reference.phone.Mobile;

/** @param words the consumer's own, at most {@value #LONGEST} characters and line feeds; empty if there are none */
public record CallComplaint(
        Mobile consumer,
        Optional<InsurerCode> insurer,
        Optional<LineCode> businessLine,
        Optional<CallerNumber> caller,
        Instant calledAt,
        CallPurpose purpose,
        String words) {

    /** The most that is kept of a consumer's words, in characters (code points). */
    public static final int LONGEST = 500;

    /** The clock of the telephone that the consumer reads the time from may be ahead of ours. */
    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    private static final int YEARS = 2;

    /** @throws CallComplaintException if the words cannot be kept */
    public CallComplaint {
        words = normalized(words);
    }

    /** @throws CallComplaintException if the words are too long, or hold a character that cannot be shown */
    static String normalized(String typed) {
        // forms on web pages send both
        String words = typed.replace("\r\n", "\n").replace('\t', ' ').strip();
        if (words.codePointCount(0, words.length()) > LONGEST) {
            throw new CallComplaintException(CallComplaintError.WORDS_TOO_LONG);
        }
        if (words.codePoints().anyMatch(c -> c != '\n' && cannotBeShown(c))) {
            throw new CallComplaintException(CallComplaintError.WORDS_UNREADABLE);
        }
        return words;
    }

    /** The insurer in the line, if the consumer knows both. */
    Optional<InsurerLine> insurerLine() {
        return insurer.flatMap(code -> businessLine.map(line -> new InsurerLine(code, line)));
    }

    /**
     * Makes sure that it is about a call that has been, and not too long ago.
     *
     * @throws CallComplaintException if it is not
     */
    public void requireTimely(Instant now) {
        if (calledAt.isAfter(now.plus(TOLERANCE))) {
            throw new CallComplaintException(CallComplaintError.CALL_AHEAD);
        }
        if (calledAt.isBefore(now.atZone(BusinessTime.ZONE).minusYears(YEARS).toInstant())) {
            throw new CallComplaintException(CallComplaintError.CALL_LONG_AGO);
        }
    }

    /** Also what turns the direction of writing, which would show operators something else than was written. */
    private static boolean cannotBeShown(int c) {
        return Character.isISOControl(c)
                || Character.getType(c) == Character.SURROGATE
                || Character.getType(c) == Character.FORMAT;
    }

    /** Neither numbers nor words. */
    @Override
    public String toString() {
        return "CallComplaint[" + insurer.map(InsurerCode::value).orElse("unknown insurer") + ", " + calledAt + ", "
                + purpose + "]";
    }
}
