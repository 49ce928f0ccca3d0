package jinbo.cases;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.insurer.InsurerLine;
import jinbo.reference.business.LineCode;
import jinbo.reference.calendar.BusinessTime;
import jinbo.reference.phone.Mobile;

/**
 * A consumer's complaint about one call, from which a case is made.
 *
 * @param words the consumer's text of at most {@value #LONGEST} characters and line feeds; may be empty
 */
public record CallComplaint(
        Mobile consumer,
        Optional<InsurerCode> insurer,
        Optional<LineCode> businessLine,
        Optional<CallerNumber> caller,
        Instant calledAt,
        CallPurpose purpose,
        String words) {

    /** The limit of the text in code points. */
    public static final int LONGEST = 500;

    /** The consumer's clock may be ahead of this program's. */
    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    private static final int MOST_YEARS_AGO = 2;

    public CallComplaint {
        words = normalized(words);
    }

    /** @throws CallComplaintException if the text is too long, or a character cannot be displayed */
    static String normalized(String typed) {
        // web forms send CR LF
        String words = typed.replace("\r\n", "\n").replace('\t', ' ').strip();
        if (words.codePointCount(0, words.length()) > LONGEST) {
            throw new CallComplaintException(CallComplaintError.WORDS_TOO_LONG);
        }
        if (words.codePoints().anyMatch(c -> c != '\n' && cannotBeShown(c))) {
            throw new CallComplaintException(CallComplaintError.WORDS_UNREADABLE);
        }
        return words;
    }

    Optional<InsurerLine> insurerLine() {
        return insurer.flatMap(code -> businessLine.map(line -> new InsurerLine(code, line)));
    }

    /** @throws CallComplaintException if the call is in the future or too long ago */
    public void requireTimely(Instant now) {
        if (calledAt.isAfter(now.plus(TOLERANCE))) {
            throw new CallComplaintException(CallComplaintError.CALL_AHEAD);
        }
        if (calledAt.isBefore(
                now.atZone(BusinessTime.ZONE).minusYears(MOST_YEARS_AGO).toInstant())) {
            throw new CallComplaintException(CallComplaintError.CALL_LONG_AGO);
        }
    }

    /** True also for characters that change the writing direction, because they can hide text. */
    private static boolean cannotBeShown(int c) {
        return Character.isISOControl(c)
                || Character.getType(c) == Character.SURROGATE
                || Character.getType(c) == Character.FORMAT;
    }

    @Override
    public String toString() {
        return "CallComplaint[" + insurer.map(InsurerCode::value).orElse("unknown insurer") + ", " + calledAt + ", "
                + purpose + "]";
    }
}
