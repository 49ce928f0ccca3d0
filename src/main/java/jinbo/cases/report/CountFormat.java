package jinbo.cases.report;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;

final class CountFormat {

    static final String NOTHING = "–";

    private CountFormat() {}

    static String cell(Optional<Number> value) {
        return value.map(number -> number instanceof BigDecimal exact
                        ? exact.toPlainString()
                        : String.format(Locale.ENGLISH, "%,d", number.longValue()))
                .orElse(NOTHING);
    }
}
