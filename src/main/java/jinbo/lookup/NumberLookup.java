package jinbo.lookup;

import java.time.Instant;
import java.util.List;

/**
 * What counted for a number at some moment. Holds neither the number nor anything that gives it away.
 *
 * @param at the moment
 * @param knowledge whether anything was known of the number then
 * @param insurers an answer for each insurer that was asked about, in order of their codes
 */
public record NumberLookup(Instant at, Knowledge knowledge, List<InsurerAnswer> insurers) {

    /** Whether anything is known of a number. */
    public enum Knowledge {
        /** An act is about it. */
        KNOWN,
        /** No act is about it. */
        UNKNOWN
    }
}
