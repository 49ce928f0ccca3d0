package jinbo.exchange.format;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jinbo.participant.insurer.InsurerCode;

/**
 * The name of a file by which an insurer is asked about cases and told of decisions,
 * {@code cases-<INSURER>-<yyyyMMdd>-<nnn>.csv.pgp}.
 *
 * @param date the day on which it was sealed
 * @param number 1 to 999 on that day
 */
public record CaseFileName(InsurerCode insurer, LocalDate date, int number) {

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("uuuuMMdd", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    private static final Pattern SHAPE = Pattern.compile("cases-([A-Z0-9]{3,12})-([0-9]{8})-([0-9]{3})\\.csv\\.pgp");

    public CaseFileName {
        if (number < 1 || number > 999) {
            throw new IllegalArgumentException("The number in a file's name is 001 to 999, not " + number);
        }
    }

    /** Reads a name; empty if it is none of a file of cases. */
    public static Optional<CaseFileName> parse(String fileName) {
        Matcher name = SHAPE.matcher(fileName);
        if (!name.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new CaseFileName(
                    new InsurerCode(name.group(1)),
                    LocalDate.parse(name.group(2), DATE),
                    Integer.parseInt(name.group(3))));
        } catch (DateTimeException | IllegalArgumentException impossible) {
            return Optional.empty();
        }
    }

    public String fileName() {
        return "cases-%s-%s-%03d.csv.pgp".formatted(insurer, DATE.format(date), number);
    }
}
