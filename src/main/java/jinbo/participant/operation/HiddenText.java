package jinbo.participant.operation;

/**
 * A text that not everybody may read. Where everybody can see what is typed, {@code -} stands for it, or nothing, and it is asked
 * for; it is told nowhere, and kept with no operation that waits.
 */
public record HiddenText(String text) {

    static final String HIDDEN = "***";

    /** Never the text. */
    @Override
    public String toString() {
        return HIDDEN;
    }
}
