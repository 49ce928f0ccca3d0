package jinbo.exchange.format;

import java.util.Optional;

public enum ComplaintType {
    /** Nuisance by a telephone sales unit. */
    TELEMARKETING,
    /** An agent's random calls for an appointment; blocks for it need the consumer's consent. */
    AGENT_COLD_CALL;

    private static final ComplaintType[] ALL = values();

    /** The kind that a file spells, in capitals or not. */
    public static Optional<ComplaintType> of(CharSequence typed) {
        return KeywordMatcher.find(ALL, ComplaintType::name, typed);
    }
}
