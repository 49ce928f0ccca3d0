package jinbo.exchange.format;

import java.util.Locale;

/** The columns of a complaint upload, as {@code exchange-formats/complaints/v1/columns.csv} publishes them. */
public enum ComplaintColumn implements UploadColumn {
    /** The consumer's mobile number. */
    MOBILE(true),
    /** What the consumer complains of. */
    COMPLAINT(true),
    /** When. */
    COMPLAINED_ON(true),
    /** Whether the consumer agrees to be put on the list. */
    CONSENT(false),
    /** For which line of business. */
    BUSINESS_LINE(false),
    /** For which insurers. */
    SCOPE(false),
    /** For how long. */
    TERM(false),
    /** The insurer's own reference. */
    REFERENCE(false);

    private final boolean mandatory;

    ComplaintColumn(boolean mandatory) {
        this.mandatory = mandatory;
    }

    @Override
    public String title() {
        return name().toLowerCase(Locale.ROOT);
    }

    @Override
    public boolean mandatory() {
        return mandatory;
    }
}
