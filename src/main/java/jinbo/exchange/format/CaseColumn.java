package jinbo.exchange.format;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The columns of a file of cases in their order, as {@code exchange-formats/cases/v1/columns.csv} publishes them. */
enum CaseColumn {
    /** The number of the case. */
    CASE,
    /** What is asked or told. */
    NOTICE,
    /** The number that was called. */
    MOBILE,
    /** When. */
    CALLED_AT,
    /** Which number was shown. */
    CALLER,
    /** What for. */
    PURPOSE,
    /** What was to be sold. */
    BUSINESS_LINE,
    /** The last day for an answer. */
    ANSWER_BY,
    /** What the call was. */
    RULING,
    /** Which rules it broke. */
    GROUNDS,
    /** What is forbidden. */
    SANCTION,
    /** To whom, if not to all. */
    SALESPERSON,
    /** From which day on. */
    FROM,
    /** Until which. */
    UNTIL;

    /** All of them, as the header row names them. */
    static final List<String> TITLES =
            Stream.of(values()).map(CaseColumn::title).toList();

    /** The name in the header row. */
    String title() {
        return name().toLowerCase(Locale.ROOT);
    }
}
