package jinbo.exchange.format;

import java.util.Optional;

/** A column of a CSV file that insurers send. */
public sealed interface UploadColumn permits ComplaintColumn, WithdrawalColumn, CaseAnswerColumn {

    /** The name in the header row. */
    String title();

    /** Whether a file without it is refused. */
    boolean mandatory();

    /** The one of a format's columns that a header row names, in capitals or not. */
    static <C extends UploadColumn> Optional<C> named(CharSequence typed, C[] columns) {
        return KeywordMatcher.find(columns, UploadColumn::title, typed);
    }

    /** Its place among the columns of its format, from 0, whatever the order in a file. */
    int ordinal();
}
