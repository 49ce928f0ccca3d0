package jinbo.exchange.format;

import java.util.Locale;
import java.util.Optional;

/** A column of an upload. */
public sealed interface UploadColumn {

    String name();

    default String title() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean mandatory();

    /** Finds the column that a header cell names, in upper or lower case. */
    static <C extends UploadColumn> Optional<C> named(CharSequence typed, C[] columns) {
        return KeywordMatcher.find(columns, UploadColumn::title, typed);
    }

    int ordinal();

    /** The columns of {@code exchange-formats/case-answers/v1/columns.csv}. */
    enum CaseAnswerColumn implements UploadColumn {
        CASE,
        ANSWER,
        DISPUTE,
        WORDS,
        UNIT,
        SALESPERSON,
        /** The first day of the policy for which the call was made, as the insurer says. */
        POLICY_FROM,
        POLICY_UNTIL,
        SOLD_BY_TELEPHONE,
        SERVICE_CALL,
        EVIDENCE_REFERENCE;

        @Override
        public boolean mandatory() {
            return this == CASE || this == ANSWER;
        }
    }

    /** The columns of {@code exchange-formats/withdrawals/v1/columns.csv}. */
    enum WithdrawalColumn implements UploadColumn {
        FILE,
        LINE,
        REASON;

        @Override
        public boolean mandatory() {
            return this != REASON;
        }
    }

    /** The columns of {@code exchange-formats/complaints/v1/columns.csv}. */
    enum ComplaintColumn implements UploadColumn {
        MOBILE,
        COMPLAINT,
        COMPLAINED_ON,
        CONSENT,
        BUSINESS_LINE,
        SCOPE,
        TERM,
        REFERENCE;

        @Override
        public boolean mandatory() {
            return this == MOBILE || this == COMPLAINT || this == COMPLAINED_ON;
        }
    }
}
