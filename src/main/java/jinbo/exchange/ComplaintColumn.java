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

    /** The column with a title, capitals or not, without blanks around it. */
    public static Optional<ComplaintColumn> of(CharSequence title) {
        for (ComplaintColumn column : values()) {
            if (column.name().equalsIgnoreCase(title.toString())) {
                return Optional.of(column);
            }
        }
        return Optional.empty();
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
