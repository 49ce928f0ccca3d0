package jinbo.exchange.format;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jinbo.participant.insurer.InsurerCode;

/** The name {@code cases-<INSURER>-<yyyyMMdd>-<nnn>.csv.pgp} of a file of case notices, with the day of sealing. */
public record CaseFileName(InsurerCode insurer, LocalDate date, int number) {

    private static final Pattern SHAPE = Pattern.compile("cases-([A-Z0-9]{3,12})-([0-9]{8})-([0-9]{3})\\.csv\\.pgp");

    public CaseFileName {
        InboundFileName.requireNumber(number);
    }

    public static Optional<CaseFileName> parse(String fileName) {
        Matcher name = SHAPE.matcher(fileName);
        if (!name.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new CaseFileName(
                    new InsurerCode(name.group(1)),
                    LocalDate.parse(name.group(2), InboundFileName.DATE),
                    Integer.parseInt(name.group(3))));
        } catch (DateTimeException | IllegalArgumentException impossible) {
            return Optional.empty();
        }
    }

    public String fileName() {
        return "cases-%s-%s-%03d.csv.pgp".formatted(insurer, InboundFileName.DATE.format(date), number);
    }
}
