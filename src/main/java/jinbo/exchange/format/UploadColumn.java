package jinbo.exchange.format;

import java.util.Locale;
import java.util.Optional;

public sealed interface UploadColumn permits ComplaintColumn, WithdrawalColumn, CaseAnswerColumn {

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
}
