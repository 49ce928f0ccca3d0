package jinbo.exchange;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jinbo.insurer.InsurerCode;

/**
 * The name of a file that an insurer sends, {@code <kind>-<INSURER>-<yyyyMMdd>-<nnn>.<extension>.pgp}
 * ({@code exchange-formats/README.md}, "File names").
 *
 * @param kind what the file is
 * @param insurer whose drop it came from
 * @param date the day that the insurer gave it
 * @param number 1 to 999
 */
public record InboundName(FileKind kind, InsurerCode insurer, LocalDate date, int number) {

    private static final int OLDEST_IN_DAYS = 31;
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("uuuuMMdd", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    private static final Pattern SHAPE =
            Pattern.compile("([a-z]+(?:-[a-z]+)?)-([A-Z0-9]{3,12})-([0-9]{8})-([0-9]{3})\\.(csv|json|asc)\\.pgp");

    /**
     * @throws IllegalArgumentException if the number is not 1 to 999
     */
    public InboundName {
        if (number < 1 || number > 999) {
            throw new IllegalArgumentException("The number in a file's name is 001 to 999, not " + number);
        }
    }

    /**
     * Reads a name as the drop showed it; capitals count.
     *
     * @param name the name, without folder
     * @param dropOwner whose drop it lies on
     * @param today the business date
     */
    public static Parsed parse(String name, InsurerCode dropOwner, LocalDate today) {
        Matcher matcher = SHAPE.matcher(name);
        if (!matcher.matches()) {
            return new Invalid(NameFault.SHAPE);
        }
        Optional<FileKind> kind = FileKind.of(matcher.group(1));
        if (kind.isEmpty()) {
            return new Invalid(NameFault.KIND_UNKNOWN);
        }
        if (!kind.get().extension().equals(matcher.group(5))) {
            return new Invalid(NameFault.EXTENSION_OF_ANOTHER_KIND);
        }
        if (!dropOwner.value().equals(matcher.group(2))) {
            return new Invalid(NameFault.NOT_OF_THIS_DROP);
        }
        int number = Integer.parseInt(matcher.group(4));
        if (number == 0) {
            return new Invalid(NameFault.NUMBER_ZERO);
        }
        return dated(matcher.group(3), today, kind.get(), dropOwner, number);
    }

    private static Parsed dated(String digits, LocalDate today, FileKind kind, InsurerCode insurer, int number) {
        LocalDate date;
        try {
            date = LocalDate.parse(digits, DATE);
        } catch (DateTimeException impossible) {
            return new Invalid(NameFault.DATE_IMPOSSIBLE);
        }
        if (date.isAfter(today)) {
            return new Invalid(NameFault.DATE_IN_FUTURE);
        }
        if (date.isBefore(today.minusDays(OLDEST_IN_DAYS))) {
            return new Invalid(NameFault.DATE_TOO_OLD);
        }
        return new Valid(new InboundName(kind, insurer, date, number));
    }

    /** The name without its extensions, after which answers are named. */
    public String stem() {
        return "%s-%s-%s-%03d".formatted(kind.word(), insurer, DATE.format(date), number);
    }

    /** The whole name. */
    public String fileName() {
        return stem() + "." + kind.extension() + ".pgp";
    }

    /** What became of reading a name. */
    public sealed interface Parsed {}

    /** A name that this drop may carry. */
    public record Valid(InboundName name) implements Parsed {}

    /** A name that is answered with {@link FindingCode#NAME_INVALID}. */
    public record Invalid(NameFault fault) implements Parsed {}
}
