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

/** The name {@code <kind>-<INSURER>-<yyyyMMdd>-<nnn>.<extension>.pgp} of a file that an insurer sends. */
public record InboundFileName(FileKind kind, InsurerCode insurer, LocalDate date, int number) {

    private static final int OLDEST_IN_DAYS = 31;
    static final int LAST_NUMBER = 999;
    static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("uuuuMMdd", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    private static final String STEM = "([a-z]+(?:-[a-z]+)?)-([A-Z0-9]{3,12})-([0-9]{8})-([0-9]{3})";
    private static final Pattern SHAPE = Pattern.compile(STEM + "\\.(csv|json|asc)\\.pgp");
    private static final Pattern MENTIONED = Pattern.compile(STEM + "(?:\\.(csv|json|asc)(?:\\.pgp)?)?");

    public InboundFileName {
        requireNumber(number);
    }

    static void requireNumber(int number) {
        if (number < 1 || number > LAST_NUMBER) {
            throw new IllegalArgumentException("The number in a file's name is 001 to 999, not " + number);
        }
    }

    /** Parses the name of a file in a drop, without folder. Names are case-sensitive. */
    public static Parsed parse(String name, InsurerCode dropOwner, LocalDate today) {
        Matcher matcher = SHAPE.matcher(name);
        if (!matcher.matches()) {
            return new Invalid(Fault.SHAPE);
        }
        Optional<FileKind> kind = FileKind.of(matcher.group(1));
        if (kind.isEmpty()) {
            return new Invalid(Fault.KIND_UNKNOWN);
        }
        if (!kind.get().extension().equals(matcher.group(5))) {
            return new Invalid(Fault.EXTENSION_OF_ANOTHER_KIND);
        }
        if (!dropOwner.value().equals(matcher.group(2))) {
            return new Invalid(Fault.NOT_OF_THIS_DROP);
        }
        int number = Integer.parseInt(matcher.group(4));
        if (number == 0) {
            return new Invalid(Fault.NUMBER_ZERO);
        }
        return dated(matcher.group(3), today, kind.get(), dropOwner, number);
    }

    /** Parses a name that a person has typed: with or without {@code .pgp}, or only the stem; of any day. */
    public static Optional<InboundFileName> parseMentioned(String typed) {
        Matcher matcher = MENTIONED.matcher(typed);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int number = Integer.parseInt(matcher.group(4));
        String extension = matcher.group(5);
        return FileKind.of(matcher.group(1))
                .filter(kind ->
                        number > 0 && (extension == null || kind.extension().equals(extension)))
                .flatMap(kind -> date(matcher.group(3))
                        .map(date -> new InboundFileName(kind, new InsurerCode(matcher.group(2)), date, number)));
    }

    private static Parsed dated(String digits, LocalDate today, FileKind kind, InsurerCode insurer, int number) {
        Optional<LocalDate> date = date(digits);
        if (date.isEmpty()) {
            return new Invalid(Fault.DATE_IMPOSSIBLE);
        }
        if (date.get().isAfter(today)) {
            return new Invalid(Fault.DATE_IN_FUTURE);
        }
        if (date.get().isBefore(today.minusDays(OLDEST_IN_DAYS))) {
            return new Invalid(Fault.DATE_TOO_OLD);
        }
        return new Valid(new InboundFileName(kind, insurer, date.get(), number));
    }

    private static Optional<LocalDate> date(String digits) {
        try {
            return Optional.of(LocalDate.parse(digits, DATE));
        } catch (DateTimeException impossible) {
            return Optional.empty();
        }
    }

    public String stem() {
        return "%s-%s-%s-%03d".formatted(kind.prefix(), insurer, DATE.format(date), number);
    }

    public String fileName() {
        return stem() + "." + kind.extension() + ".pgp";
    }

    public sealed interface Parsed {}

    public record Valid(InboundFileName name) implements Parsed {}

    public record Invalid(Fault fault) implements Parsed {}

    /** Why a file name is invalid, for operators. It never contains the name, which may contain a phone number. */
    public enum Fault {
        SHAPE,
        KIND_UNKNOWN,
        EXTENSION_OF_ANOTHER_KIND,
        NOT_OF_THIS_DROP,
        /** The eight digits are not a date of the calendar. */
        DATE_IMPOSSIBLE,
        DATE_IN_FUTURE,
        DATE_TOO_OLD,
        NUMBER_ZERO
    }

    /**
     * The name of an answered upload in {@code archive/}: its own name, or {@code invalid-<16 hex digits>.pgp} if that
     * is invalid. If the name was taken, {@code .2} and so on follows; {@code original} is the name without this.
     */
    public record ArchivedFileName(String original, String stem) {

        private static final Pattern SHAPE = Pattern.compile(
                "(?<original>(?<stem>[a-z]+(?:-[a-z]+)?-(?<insurer>[A-Z0-9]{3,12})-[0-9]{8}-[0-9]{3})\\.(?:csv|json|asc)\\.pgp"
                        + "|(?<invalid>invalid-[0-9a-f]{16})\\.pgp)(?:\\.[1-9][0-9]{0,5})?");

        public static Optional<ArchivedFileName> parse(InsurerCode dropOwner, String name) {
            Matcher matcher = SHAPE.matcher(name);
            if (!matcher.matches()) {
                return Optional.empty();
            }
            if (matcher.group("invalid") != null) {
                return Optional.of(new ArchivedFileName(matcher.group("invalid") + ".pgp", matcher.group("invalid")));
            }
            return matcher.group("insurer").equals(dropOwner.value())
                    ? Optional.of(new ArchivedFileName(matcher.group("original"), matcher.group("stem")))
                    : Optional.empty();
        }
    }
}
