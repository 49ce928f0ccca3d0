package jinbo.exchange.format;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jinbo.participant.insurer.InsurerCode;

/**
 * The name {@code <kind>-<INSURER>-<yyyyMMdd>-<nnn>.<extension>.pgp} of a file for an insurer, with the day of sealing.
 */
public record OutboundFileName(Kind kind, InsurerCode insurer, LocalDate date, int number) {

    public enum Kind {
        CASES,
        /** A certificate of the association. In {@code upload/} and {@code archive/}, the insurer's own has such a name. */
        CERTIFICATE
    }

    private static final Pattern SHAPE =
            Pattern.compile("(cases|certificate)-([A-Z0-9]{3,12})-([0-9]{8})-([0-9]{3})\\.(?:csv|asc)\\.pgp");

    public OutboundFileName {
        InboundFileName.requireNumber(number);
    }

    public static Optional<OutboundFileName> parse(String fileName) {
        Matcher name = SHAPE.matcher(fileName);
        if (!name.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new OutboundFileName(
                            Kind.valueOf(name.group(1).toUpperCase(Locale.ROOT)),
                            new InsurerCode(name.group(2)),
                            LocalDate.parse(name.group(3), InboundFileName.DATE),
                            Integer.parseInt(name.group(4))))
                    .filter(parsed -> parsed.fileName().equals(fileName));
        } catch (DateTimeException | IllegalArgumentException impossible) {
            return Optional.empty();
        }
    }

    /**
     * Returns the first name above ours that no file on the drop has. If an insurer has put files with all of them there,
     * returns the first above ours, whose delivery fails.
     *
     * @param ours names in records and spool
     * @param onDrop passes the names on the drop to its consumer, also of files whose records were lost by a restore
     */
    public static OutboundFileName next(
            Kind kind, InsurerCode insurer, LocalDate date, Stream<String> ours, Consumer<Consumer<String>> onDrop) {
        OutboundFileName first = new OutboundFileName(kind, insurer, date, 1);
        Set<Integer> taken = new HashSet<>();
        onDrop.accept(name -> first.numberIn(name).forEach(taken::add));
        int lowest = ours.flatMapToInt(first::numberIn).max().orElse(0) + 1;
        int free = IntStream.rangeClosed(lowest, InboundFileName.LAST_NUMBER)
                .filter(number -> !taken.contains(number))
                .findFirst()
                .orElse(lowest);
        return new OutboundFileName(kind, insurer, date, free);
    }

    private IntStream numberIn(String other) {
        return parse(other).stream()
                .filter(name -> name.kind == kind && name.insurer.equals(insurer) && name.date.equals(date))
                .mapToInt(OutboundFileName::number);
    }

    public String fileName() {
        return "%s-%s-%s-%03d.%s.pgp"
                .formatted(
                        kind.name().toLowerCase(Locale.ROOT),
                        insurer,
                        InboundFileName.DATE.format(date),
                        number,
                        kind == Kind.CASES ? "csv" : "asc");
    }
}
