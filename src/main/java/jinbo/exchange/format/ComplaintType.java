package jinbo.exchange.format;

import java.util.Optional;

/** The types of calls about which insurers upload complaints ({@code exchange-formats/complaints/v1}). */
public enum ComplaintType {
    TELEMARKETING,
    /** An agent's calls to random numbers. A complaint of this type must have the consumer's consent. */
    AGENT_COLD_CALL;

    private static final ComplaintType[] ALL = values();

    public static Optional<ComplaintType> of(CharSequence typed) {
        return KeywordMatcher.find(ALL, ComplaintType::name, typed);
    }
}
