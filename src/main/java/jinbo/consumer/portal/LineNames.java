package jinbo.consumer.portal;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import jinbo.reference.business.BusinessLine;
import jinbo.reference.business.LineCode;

/** The names of lines of business, including closed ones; {@code lineNames} in templates. */
public record LineNames(List<BusinessLine> lines) {

    static final String ON_PAGES = "lineNames";

    List<BusinessLine> openOn(LocalDate day) {
        return lines.stream().filter(line -> line.isOpenOn(day)).toList();
    }

    /** Returns the name in this language; the code if the line is unknown. */
    public String of(LineCode code, Locale locale) {
        return lines.stream()
                .filter(line -> line.code().equals(code))
                .findFirst()
                .map(line -> line.nameIn(locale))
                .orElse(code.value());
    }
}
