package jinbo.batch.reconciliation;

import java.util.Locale;
import java.util.ResourceBundle;

/** The rules that {@code registry verify} checks; {@code verified-rules.properties} describes each. */
public enum VerifiedRule {
    BLOCKS_FOLLOW_FROM_REGISTRATIONS,
    LINES_ARE_WHAT_THEY_WERE,
    REVISIONS_HAVE_NO_GAPS,
    BATCHES_COUNT_THEIR_REGISTRATIONS,
    REGISTRATIONS_BELONG_TO_BATCHES,
    REGISTRATIONS_ARE_FOUND_BY_NUMBER,
    ERASED_REGISTRATIONS_ARE_COUNTED,
    BATCHES_COME_FROM_FILES,
    BATCHES_ARE_REGISTERED_ON_RECEIPT,
    WITHDRAWALS_TAKE_BACK_COMPLAINTS,
    CONSUMER_REGISTRATIONS_ARE_REGISTERED,
    RECEIPTS_TELL_THE_FIRST_DAY,
    ACCEPTED_ROWS_ARE_REGISTRATIONS,
    ROWS_ARE_ACCEPTED_OR_REFUSED,
    HELD_FILES_CHANGE_NOTHING,
    DECISIONS_TAKE_EFFECT,
    REFUSED_ROWS_HAVE_FINDINGS,
    WARNED_ROWS_HAVE_WARNINGS,
    FINDINGS_ARE_COUNTED,
    FINDINGS_BELONG_TO_FILES,
    FINISHED_FILES_ARE_ANSWERED,
    ANSWERS_FOLLOW_VERDICTS,
    ARCHIVED_FILES_ARE_ANSWERED,
    RECEIPTS_FOLLOW_OUTCOMES,
    VERDICTS_ARE_IN_THE_ACCESS_LOG,
    REGISTRATIONS_ARE_IN_THE_ACCESS_LOG,
    RECORDS_ARE_IN_THE_ACCESS_LOG,
    LISTS_ARE_IN_THE_ACCESS_LOG,
    RESULTS_HAVE_THEIR_RECORDS,
    SEQUENCES_HAVE_NO_GAPS,
    LISTS_NEVER_GO_BACK,
    MANIFESTS_ARE_CHAINED,
    LISTS_ARE_DELIVERED_IN_ORDER,
    LISTS_SPEAK_OF_THEIR_PUBLICATION,
    LIST_ENTRIES_FOLLOW_FROM_REGISTRATIONS,
    MESSAGES_ARE_RECORDED,
    ACKNOWLEDGEMENTS_ARE_OF_DELIVERED_LISTS,
    ACKNOWLEDGED_UNITS_ARE_REGISTERED,
    SPOOLED_LISTS_ARE_WHOLE,
    SPOOLED_ANSWERS_ARE_WHOLE,
    SPOOLED_UPLOADS_ARE_WHOLE,
    DELIVERED_FILES_ARE_UNCHANGED,
    ARCHIVED_UPLOADS_ARE_UNCHANGED;

    private static final String BUNDLE = "jinbo.batch.reconciliation.verified-rules";

    /** Returns the description of the rule, in Chinese if the language is Chinese, otherwise in English. */
    public String in(Locale language) {
        // no fallback to the default locale: where that is Chinese, an English reader would get Chinese
        return ResourceBundle.getBundle(
                        BUNDLE,
                        language,
                        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES))
                .getString(name());
    }
}
