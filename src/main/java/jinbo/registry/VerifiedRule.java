package jinbo.registry;

import java.util.Locale;
import java.util.ResourceBundle;

/** What {@code registry verify} checks. */
public enum VerifiedRule {
    /** Derived blocks and stored ones are the same. */
    BLOCKS_FOLLOW_FROM_ACTS,
    /** Nothing was lost between two batches. */
    REVISIONS_HAVE_NO_GAPS,
    /** Nothing was added to a batch or taken from it. */
    BATCHES_COUNT_THEIR_ACTS,
    /** No act stands outside a revision. */
    ACTS_BELONG_TO_BATCHES,
    /** No batch came from nowhere. */
    BATCHES_COME_FROM_FILES,
    /** Each inbound file changed the registry once. */
    ACCEPTED_ROWS_ARE_ACTS,
    /** No line of an upload was lost. */
    ROWS_ARE_ACCEPTED_OR_REFUSED,
    /** No row was refused without a reason. */
    REFUSED_ROWS_HAVE_FINDINGS;

    private static final String BUNDLE = "jinbo.registry.verified-rules";

    /**
     * The rule in words.
     *
     * @param language Chinese for Chinese, anything else for English
     */
    public String in(Locale language) {
        // without a fall-back: English is the base bundle and must not become Chinese on a Chinese machine
        return ResourceBundle.getBundle(
                        BUNDLE,
                        language,
                        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES))
                .getString(name());
    }
}
