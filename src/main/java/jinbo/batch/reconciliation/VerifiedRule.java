package jinbo.batch.reconciliation;

import java.util.Locale;
import java.util.ResourceBundle;

/** What {@code registry verify} checks, from inbound files to the entries of lists. */
public enum VerifiedRule {
    /** Derived blocks and stored ones are the same. */
    BLOCKS_FOLLOW_FROM_REGISTRATIONS,
    /** Nobody gives another meaning to what stands for an insurer or a line of business. */
    LINES_ARE_WHAT_THEY_WERE,
    /** Nothing was lost between two batches. */
    REVISIONS_HAVE_NO_GAPS,
    /** Nothing was added to a batch or taken from it. */
    BATCHES_COUNT_THEIR_REGISTRATIONS,
    /** No registration stands outside a revision. */
    REGISTRATIONS_BELONG_TO_BATCHES,
    REGISTRATIONS_ARE_FOUND_BY_NUMBER,
    /** Numbers are erased by the job that tells of it, and by nobody else. */
    ERASED_REGISTRATIONS_ARE_COUNTED,
    /** No batch came from nowhere. */
    BATCHES_COME_FROM_FILES,
    /** Neither a crash nor midnight moves a day of registration. */
    BATCHES_ARE_REGISTERED_ON_RECEIPT,
    /** What is taken back is the same insurer's, and was there before. */
    WITHDRAWALS_TAKE_BACK_COMPLAINTS,
    /** What a consumer has read that it said is what was registered, and nothing was registered that it did not say. */
    CONSUMER_REGISTRATIONS_ARE_REGISTERED,
    /** The receipt promises the day from which the block counts. */
    RECEIPTS_TELL_THE_FIRST_DAY,
    /** Each inbound file changed the registry once. */
    ACCEPTED_ROWS_ARE_REGISTRATIONS,
    /** No line of an upload was lost. */
    ROWS_ARE_ACCEPTED_OR_REFUSED,
    /** What waits for an operator has changed nothing. */
    HELD_FILES_CHANGE_NOTHING,
    /** What an operator decided about a held file happened, and nothing else did. */
    DECISIONS_TAKE_EFFECT,
    /** No row was refused without a reason. */
    REFUSED_ROWS_HAVE_FINDINGS,
    /** No warning was lost or made up. */
    WARNED_ROWS_HAVE_WARNINGS,
    /** The receipt counts what the outcome lists. */
    FINDINGS_ARE_COUNTED,
    FINDINGS_BELONG_TO_FILES,
    /** No file was finished without telling its insurer. */
    FINISHED_FILES_ARE_ANSWERED,
    /** Nothing was answered that was not judged. */
    ANSWERS_FOLLOW_VERDICTS,
    /** An upload leaves its folder only once it is answered. */
    ARCHIVED_FILES_ARE_ANSWERED,
    /** Whoever sees a receipt has the outcome too. */
    RECEIPTS_FOLLOW_OUTCOMES,
    /** No verdict without its access. */
    VERDICTS_ARE_IN_THE_ACCESS_LOG,
    /** A registration that was put in, changed or removed together with its block shows. */
    REGISTRATIONS_ARE_IN_THE_ACCESS_LOG,
    /** Nobody acts, takes part, is bound, ruled upon or sanctioned whom no decision names, and no decision is undone unseen. */
    RECORDS_ARE_IN_THE_ACCESS_LOG,
    /** No list without its access. */
    LISTS_ARE_IN_THE_ACCESS_LOG,
    /** Nothing was accessed, handed over or erased of which nothing is recorded any more, and no such record was made up. */
    RESULTS_HAVE_THEIR_RECORDS,
    /** No list was lost. */
    SEQUENCES_HAVE_NO_GAPS,
    /** No insurer is led back to what stood before. */
    LISTS_NEVER_GO_BACK,
    /** The chain of signed manifests is whole. */
    MANIFESTS_ARE_CHAINED,
    /** Whoever sees a manifest has its list and all before it. */
    LISTS_ARE_DELIVERED_IN_ORDER,
    /** A list is what its run of publishing was. */
    LISTS_SPEAK_OF_THEIR_PUBLICATION,
    /** What an insurer was told is what had been registered. */
    LIST_ENTRIES_FOLLOW_FROM_REGISTRATIONS,
    /** What an insurer said about its lists is known, and nobody else said it. */
    MESSAGES_ARE_RECORDED,
    /** No insurer is believed to hold what it was not sent, or to hold it although it says something else. */
    ACKNOWLEDGEMENTS_ARE_OF_DELIVERED_LISTS,
    /** No list is believed to be with somebody whom nobody knows. */
    ACKNOWLEDGED_UNITS_ARE_REGISTERED,
    /** A resend can be the same bytes. */
    SPOOLED_LISTS_ARE_WHOLE,
    /** What is still to be delivered can be. */
    SPOOLED_ANSWERS_ARE_WHOLE,
    /** What is still to be judged can be. */
    SPOOLED_UPLOADS_ARE_WHOLE,
    /** Nobody has put anything else in the place of what an insurer was sent. */
    DELIVERED_FILES_ARE_UNCHANGED,
    /** An upload that has to be ingested again is the one that was ingested. */
    ARCHIVED_UPLOADS_ARE_UNCHANGED;

    private static final String BUNDLE = "jinbo.batch.reconciliation.verified-rules";

    /** @param language Chinese for Chinese, anything else for English */
    public String in(Locale language) {
        // without a fall-back: English is the base bundle and must not become Chinese on a Chinese machine
        return ResourceBundle.getBundle(
                        BUNDLE,
                        language,
                        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES))
                .getString(name());
    }
}
