package jinbo.partner.calls;

public enum Why {
    /** It is not on the list, or its block is over. */
    NOT_BLOCKED(true),
    /** It is on the list, and its block begins on a later day. */
    NOT_YET(true),
    /** It is blocked, and it is one of the insurer's own customers with a policy in force, called for service. */
    SERVICE_TO_CUSTOMER(true),
    /** It is blocked for sales calls; for service, too, where no table of customers was given. */
    BLOCKED(false),
    /** It is blocked, and not one of the customers with a policy in force. */
    NOT_A_CUSTOMER(false),
    MISSING(false),
    /** It is not one mobile number for certain. */
    MALFORMED(false),
    /** It is a landline: the list has none, so it says nothing about them. */
    LANDLINE(false),
    /** A spreadsheet has replaced its digits by an exponent. */
    SCIENTIFIC(false);

    private final boolean mayCall;

    Why(boolean mayCall) {
        this.mayCall = mayCall;
    }

    public boolean mayCall() {
        return mayCall;
    }
}
