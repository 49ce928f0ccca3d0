package jinbo.partner;

/** Something on the insurer's own side that its people must set right; the message says what, where and how. */
public final class PartnerException extends RuntimeException {

    /** What is the matter, as a code for programs. */
    public enum Reason {
        /** The folder has no settings. */
        PARTNER_NOT_SET_UP,
        /** A setting is missing, unknown, or has a value that cannot be used. */
        PARTNER_SETTING_UNUSABLE,
        /** Another command is at work on the same folder. */
        PARTNER_BUSY,
        /** No block list has been applied. */
        NO_LIST_HELD,
        /** The held list is a sound list, and not the one that was applied. */
        LIST_DIFFERS,
        /** The last day on which the held list may be used is over. */
        LIST_STALE,
        /** The held list tells of several lines of business, and nobody has said which one the calls are for. */
        BUSINESS_LINE_MISSING,
        /** The held list does not tell of the line of business that the calls are for. */
        BUSINESS_LINE_NOT_ON_LIST,
        /** A date that no file may have in its name. */
        DATE_UNUSABLE,
        /** All 999 numbers of a day are used. */
        NUMBERS_USED_UP,
        /** The association has, or had, another file under the name that a sealed file has; the name cannot be changed. */
        NAME_TAKEN,
        /** A sealed file in the outbox, or the note of it, is not what was written. */
        OUTBOX_DAMAGED,
        /** The content changed while it was sealed. */
        CONTENT_CHANGED,
        /** No certificate of that fingerprint came from the association, or it waits no longer. */
        CERTIFICATE_NOT_WAITING,
        /** The certificate of the association is expired, revoked or too weak. */
        CERTIFICATE_NOT_GOOD,
        /** No own key of that fingerprint is there, or it cannot sign now. */
        NO_SUCH_OWN_KEY,
        /** Nothing shows that the association accepts what an own key signs. */
        OWN_KEY_NOT_ACCEPTED,
        /** The own key that should be revoked is the one that signs. */
        OWN_KEY_SIGNS,
        /** A table of numbers is not one that can be read. */
        TABLE_UNUSABLE
    }

    private static final long serialVersionUID = 1L;

    private final Reason reason;

    /**
     * @param message for people; without a phone number
     */
    public PartnerException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    /** What is the matter. */
    public Reason reason() {
        return reason;
    }
}
