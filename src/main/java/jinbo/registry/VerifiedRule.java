package jinbo.registry;

/** What {@code registry verify} checks. */
public enum VerifiedRule {
    /** Derived blocks and stored ones are the same. */
    BLOCKS_FOLLOW_FROM_ACTS("every number's blocks follow from its acts"),
    /** Nothing was lost between two batches. */
    REVISIONS_HAVE_NO_GAPS("revisions count from 1 without gaps up to the registry's head"),
    /** Nothing was added to a batch or taken from it. */
    BATCHES_COUNT_THEIR_ACTS("every batch counts the acts that it holds"),
    /** No act stands outside a revision. */
    ACTS_BELONG_TO_BATCHES("every act belongs to a committed batch"),
    /** No batch came from nowhere. */
    BATCHES_COME_FROM_FILES("every batch comes from a file that was taken in"),
    /** Each inbound file changed the registry once. */
    ACCEPTED_ROWS_ARE_ACTS("every accepted row of an upload is an act, once"),
    /** No line of an upload was lost. */
    ROWS_ARE_ACCEPTED_OR_REFUSED("rows = accepted + refused in every file"),
    /** No row was refused without a reason. */
    REFUSED_ROWS_HAVE_FINDINGS("every refused row of a file that was taken in has its finding");

    private final String sentence;

    VerifiedRule(String sentence) {
        this.sentence = sentence;
    }

    /** The rule in English words. */
    public String sentence() {
        return sentence;
    }
}
