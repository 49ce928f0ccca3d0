package jinbo.exchange.format;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jinbo.participant.insurer.InsurerCode;

/**
 * The name under which the association sends a certificate of its own,
 * {@code certificate-<INSURER>-<yyyyMMdd>-<nnn>.asc.pgp}. It lies in {@code download/}; an insurer's own certificate may have the
 * same name in {@code upload/} and {@code archive/}.
 *
 * @param date the day on which it was sealed
 * @param number 1 to 999 on that day
 */
public record CertificateFileName(InsurerCode insurer, LocalDate date, int number) {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("uuuuMMdd", Locale.ROOT);
    private static final Pattern SHAPE =
            Pattern.compile("certificate-([A-Z0-9]{3,12})-([0-9]{8})-([0-9]{3})\\.asc\\.pgp");

    public CertificateFileName {
        if (number < 1 || number > 999) {
            throw new IllegalArgumentException("The number in a file's name is 001 to 999, not " + number);
        }
    }

    /** The number in a name, if it is one of that insurer and day. */
    public static OptionalInt numberIn(String fileName, InsurerCode insurer, LocalDate date) {
        return Optional.of(SHAPE.matcher(fileName))
                .filter(Matcher::matches)
                .filter(name ->
                        name.group(1).equals(insurer.value()) && name.group(2).equals(DATE.format(date)))
                .map(name -> OptionalInt.of(Integer.parseInt(name.group(3))))
                .orElseGet(OptionalInt::empty);
    }

    /** Whether a name is that of a certificate, for whichever insurer. */
    public static boolean isOne(String fileName) {
        return SHAPE.matcher(fileName).matches();
    }

    public String fileName() {
        return "certificate-%s-%s-%03d.asc.pgp".formatted(insurer, DATE.format(date), number);
    }
}
