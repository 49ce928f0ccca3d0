package jinbo.exchange.format;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The columns of {@code exchange-formats/cases/v1/columns.csv} in their order. */
enum CaseColumn {
    CASE,
    NOTICE,
    MOBILE,
    CALLED_AT,
    CALLER,
    PURPOSE,
    BUSINESS_LINE,
    ANSWER_BY,
    RULING,
    GROUNDS,
    SANCTION,
    SALESPERSON,
    FROM,
    UNTIL;

    static final List<String> TITLES =
            Stream.of(values()).map(CaseColumn::title).toList();

    String title() {
        return name().toLowerCase(Locale.ROOT);
    }
}
