package jinbo.exchange.format;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jinbo.participant.insurer.InsurerCode;

/**
 * The name {@code certificate-<INSURER>-<yyyyMMdd>-<nnn>.asc.pgp} of a certificate of the association in
 * {@code download/}. An insurer's own certificate may have the same name in {@code upload/} and {@code archive/}.
 */
public record CertificateFileName(InsurerCode insurer, LocalDate date, int number) {

    private static final Pattern SHAPE =
            Pattern.compile("certificate-([A-Z0-9]{3,12})-([0-9]{8})-([0-9]{3})\\.asc\\.pgp");

    public CertificateFileName {
        InboundFileName.requireNumber(number);
    }

    public static OptionalInt numberIn(String fileName, InsurerCode insurer, LocalDate date) {
        return Optional.of(SHAPE.matcher(fileName))
                .filter(Matcher::matches)
                .filter(name -> name.group(1).equals(insurer.value())
                        && name.group(2).equals(InboundFileName.DATE.format(date)))
                .map(name -> OptionalInt.of(Integer.parseInt(name.group(3))))
                .orElseGet(OptionalInt::empty);
    }

    public static boolean isOne(String fileName) {
        return SHAPE.matcher(fileName).matches();
    }

    public String fileName() {
        return "certificate-%s-%s-%03d.asc.pgp".formatted(insurer, InboundFileName.DATE.format(date), number);
    }
}
