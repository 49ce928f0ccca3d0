package jinbo.exchange.format;

/** The columns of a complaint upload, as {@code exchange-formats/complaints/v1/columns.csv} publishes them. */
public enum ComplaintColumn implements UploadColumn {
    MOBILE(true),
    COMPLAINT(true),
    COMPLAINED_ON(true),
    /** Whether the consumer agrees to be put on the list. */
    CONSENT(false),
    BUSINESS_LINE(false),
    SCOPE(false),
    TERM(false),
    REFERENCE(false);

    private final boolean mandatory;

    ComplaintColumn(boolean mandatory) {
        this.mandatory = mandatory;
    }

    @Override
    public boolean mandatory() {
        return mandatory;
    }
}
