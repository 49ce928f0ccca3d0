package jinbo.reference.phone;

/** What {@link MobileReader} made of what somebody typed. */
public sealed interface MobileReading {

    /**
     * Exactly one mobile number was typed.
     *
     * @param mobile the number
     */
    record Read(Mobile mobile) implements MobileReading {}

    /**
     * No mobile number, or not for certain one.
     *
     * @param problem what is the matter
     */
    record Unreadable(MobileProblem problem) implements MobileReading {}
}
