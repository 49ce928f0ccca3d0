package jinbo.exchange.format;

/**
 * Why a file's name is not one that its drop may carry; all of them are answered with {@link FindingCode#NAME_INVALID}.
 *
 * <p>The faults are told apart for operators. A fault never carries the name itself: people have put phone numbers there.
 */
public enum NameFault {
    /** Not of the form {@code kind-INSURER-yyyyMMdd-nnn.extension.pgp}. */
    SHAPE,
    /** The first word is no kind that an insurer sends. */
    KIND_UNKNOWN,
    /** The kind has another extension. */
    EXTENSION_OF_ANOTHER_KIND,
    /** The insurer in the name is not the drop's own. */
    NOT_OF_THIS_DROP,
    /** The eight digits are no day of the calendar. */
    DATE_IMPOSSIBLE,
    /** The date is after today. */
    DATE_IN_FUTURE,
    /** The date is more than 31 days before today. */
    DATE_TOO_OLD,
    /** Numbers run from 001 to 999. */
    NUMBER_ZERO
}
