package jinbo.exchange.format;

import java.util.Locale;
import java.util.Optional;

public sealed interface UploadColumn {

    String name();

    default String title() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether a file without it is refused. */
    boolean mandatory();

    /** The one of a format's columns that a header row names, in capitals or not. */
    static <C extends UploadColumn> Optional<C> named(CharSequence typed, C[] columns) {
        return KeywordMatcher.find(columns, UploadColumn::title, typed);
    }

    /** Its place among the columns of its format, from 0, whatever the order in a file. */
    int ordinal();

    /**
     * The columns of a file of answers to cases, as {@code exchange-formats/case-answers/v1/columns.csv} publishes
     * them.
     */
    enum CaseAnswerColumn implements UploadColumn {
        CASE(true),
        /** The word with which the answer begins. */
        ANSWER(true),
        DISPUTE(false),
        WORDS(false),
        UNIT(false),
        SALESPERSON(false),
        /** First day of the policy that the call is said to have served. */
        POLICY_FROM(false),
        /** Its last day. */
        POLICY_UNTIL(false),
        SOLD_BY_TELEPHONE(false),
        SERVICE_CALL(false),
        /** By which sign the proof is found. */
        EVIDENCE_REFERENCE(false);

        private final boolean mandatory;

        CaseAnswerColumn(boolean mandatory) {
            this.mandatory = mandatory;
        }

        @Override
        public boolean mandatory() {
            return mandatory;
        }
    }

    /** The columns of a file of withdrawals, as {@code exchange-formats/withdrawals/v1/columns.csv} publishes them. */
    enum WithdrawalColumn implements UploadColumn {
        /** The complaint upload that is taken back, or a row of which is. */
        FILE(true),
        LINE(true),
        REASON(false);

        private final boolean mandatory;

        WithdrawalColumn(boolean mandatory) {
            this.mandatory = mandatory;
        }

        @Override
        public boolean mandatory() {
            return mandatory;
        }
    }

    /** The columns of a complaint upload, as {@code exchange-formats/complaints/v1/columns.csv} publishes them. */
    enum ComplaintColumn implements UploadColumn {
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
}
