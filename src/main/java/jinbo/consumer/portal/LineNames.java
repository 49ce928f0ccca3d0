package jinbo.consumer.portal;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import jinbo.reference.business.BusinessLine;
import jinbo.reference.business.LineCode;

/** What lines of business are called, closed ones too; on pages by the name {@code lineNames}. */
public record LineNames(List<BusinessLine> lines) {

    static final String ON_PAGES = "lineNames";

    /** Of all these lines those that can be chosen on a day, in their order. */
    List<BusinessLine> openOn(LocalDate day) {
        return lines.stream().filter(line -> line.isOpenOn(day)).toList();
    }

    /** The name of a line in a language; its code if a line of this code is not known yet. */
    public String of(LineCode code, Locale locale) {
        return lines.stream()
                .filter(line -> line.code().equals(code))
                .findFirst()
                .map(line -> line.nameIn(locale))
                .orElse(code.value());
    }
}
