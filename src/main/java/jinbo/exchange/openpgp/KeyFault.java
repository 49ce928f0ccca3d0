package jinbo.exchange.openpgp;

import java.text.MessageFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Why a key cannot be used, or until when it can be used.
 *
 * @param facts the arguments of the {@link Kind}'s text
 * @param ofPrimary true if the primary key has the fault, so that this subkey cannot be used either
 */
public record KeyFault(Kind kind, List<String> facts, boolean ofPrimary) {

    /** The kinds, each with its English text as a clause about the key. */
    public enum Kind {
        RSA_TOO_SHORT("it is RSA with {0} bits; at least {1} are required"),
        RSA_TOO_LONG("it is RSA with more than {0} bits, or with an exponent of more than {1}"),
        ALGORITHM_UNKNOWN("its algorithm, number {0}, is not accepted"),
        ALGORITHM_NOT_ACCEPTED("its algorithm, {0}, is not accepted: {1}"),
        ALGORITHM_ENDED("its algorithm, {0}, was accepted only until {1}: {2}"),
        CURVE_UNKNOWN("its curve, {0}, is not accepted"),
        CURVE_NOT_ACCEPTED("its curve, {0}, is not accepted: {1}"),
        CURVE_ENDED("its curve, {0}, was accepted only until {1}: {2}"),
        NOT_IN_VERSION_SIX("keys of version 6 have no {0} (RFC 9580, section 9.2)"),
        NO_SELF_SIGNATURE("it has no valid self-signature with SHA-256 or better"),
        REVOKED("it was revoked at {0}"),
        MADE_LATER("it was made later, at {0}"),
        EXPIRED("it expired at {0}"),
        NOT_BOUND("it is not validly bound to its primary key"),
        NO_BACK_SIGNATURE("it has no back-signature on its primary key"),
        CANNOT_SIGN("keys of its algorithm cannot sign"),
        CANNOT_ENCRYPT("keys of its algorithm cannot be encrypted to"),
        NOT_FLAGGED_TO_SIGN("it is not flagged to sign"),
        NOT_FLAGGED_TO_ENCRYPT("it is not flagged to be encrypted to"),
        /** Not a fault: the policy accepts the key until a day. */
        ACCEPTED_UNTIL_THEN("{0} is accepted until then ({1})");

        private final String text;

        Kind(String text) {
            this.text = text;
        }
    }

    public KeyFault {
        facts = List.copyOf(facts);
    }

    static KeyFault of(Kind kind, Object... facts) {
        return new KeyFault(kind, Arrays.stream(facts).map(String::valueOf).toList(), false);
    }

    KeyFault inherited() {
        return new KeyFault(kind, facts, true);
    }

    @Override
    public String toString() {
        String text = new MessageFormat(kind.text, Locale.ROOT).format(facts.toArray());
        return ofPrimary ? "its primary key is not good: " + text : text;
    }
}
