package jinbo.exchange;

import java.util.Locale;
import java.util.Optional;

/** The columns of a complaint upload, as {@code exchange-formats/complaints/v1/columns.csv} publishes them. */
public enum ComplaintColumn {
    /** The consumer's mobile number. */
    MOBILE(true),
    /** What the consumer complains of. */
    COMPLAINT(true),
    /** When. */
    COMPLAINED_ON(true),
    /** Whether the consumer agrees to be put on the list. */
    CONSENT(false),
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

    /** The column that a header row names, in capitals or not. */
    public static Optional<ComplaintColumn> of(CharSequence typed) {
        return Spelling.find(values(), ComplaintColumn::name, typed);
    }

    /** The name in the header row. */
    public String title() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether a file without it is refused. */
    public boolean mandatory() {
        return mandatory;
    }
}
