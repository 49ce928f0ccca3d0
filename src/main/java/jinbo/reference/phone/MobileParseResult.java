package jinbo.reference.phone;

/** What {@link MobileParser} made of what somebody typed. */
public sealed interface MobileParseResult {

    /**
     * Exactly one mobile number was typed.
     *
     * @param mobile the number
     */
    record Read(Mobile mobile) implements MobileParseResult {}

    /**
     * No mobile number, or not for certain one.
     *
     * @param problem what is the matter
     */
    record Unreadable(MobileProblem problem) implements MobileParseResult {}
}
