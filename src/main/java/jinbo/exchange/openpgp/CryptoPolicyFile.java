package jinbo.exchange.openpgp;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import jinbo.exchange.openpgp.AlgorithmRule.Acceptance;
import jinbo.exchange.openpgp.AlgorithmRule.Kind;

/** Reads the table of the {@link CryptoPolicy} strictly; a faulty line stops the program. */
final class CryptoPolicyFile {

    static final String NAME = "crypto-policy.csv";

    private static final List<String> HEADER =
            List.of("kind", "id", "name", "least_bits", "accepted", "last_day", "produced", "source");

    private static final Set<Kind> NEEDED_TO_PRODUCE =
            Set.of(Kind.PUBLIC_KEY, Kind.CURVE, Kind.HASH, Kind.CIPHER, Kind.COMPRESSION);

    private final List<AlgorithmRule> rules = new ArrayList<>();
    private final Set<List<Object>> seen = new HashSet<>();

    private CryptoPolicyFile() {}

    static List<AlgorithmRule> readBuiltIn() {
        try (InputStream in = CryptoPolicyFile.class.getResourceAsStream(NAME)) {
            if (in == null) {
                throw new CryptoPolicyFileException(0, "it is missing");
            }
            return read(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<AlgorithmRule> read(Reader table) throws IOException {
        CryptoPolicyFile file = new CryptoPolicyFile();
        BufferedReader lines = new BufferedReader(table);
        if (!String.join(",", HEADER).equals(lines.readLine())) {
            throw new CryptoPolicyFileException(1, "the header must be " + String.join(",", HEADER));
        }
        long number = 2;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            file.addRow(number++, List.of(line.split(",", -1)));
        }
        file.requireProducedAlgorithms();
        return List.copyOf(file.rules);
    }

    private void addRow(long line, List<String> fields) {
        if (fields.size() != HEADER.size()) {
            throw new CryptoPolicyFileException(line, "a row has " + HEADER.size() + " fields, without commas in them");
        }
        AlgorithmRule rule = new AlgorithmRule(
                oneOf(Kind.class, line, "kind", fields.get(0)),
                text(line, "id", fields.get(1)),
                text(line, "name", fields.get(2)),
                leastBits(line, fields.get(3)),
                acceptance(line, fields.get(4)),
                lastDay(line, fields.get(5)),
                isProduced(line, fields.get(6)),
                text(line, "source", fields.get(7)));
        check(line, rule);
        rules.add(rule);
    }

    private void check(long line, AlgorithmRule rule) {
        if (!seen.add(List.of(rule.kind(), rule.id(), rule.leastBits()))) {
            throw new CryptoPolicyFileException(line, rule.kind() + " " + rule.id() + " is in the table twice");
        }
        if (rule.acceptance() == Acceptance.NO && rule.lastDay().isPresent()) {
            throw new CryptoPolicyFileException(line, "an algorithm that is not accepted must not have a last_day");
        }
        if (rule.produced() && rule.acceptance() != Acceptance.YES) {
            throw new CryptoPolicyFileException(line, "an algorithm that is produced must be accepted");
        }
        if (rule.acceptance() == Acceptance.SETTING && !CryptoPolicy.isRsa(rule)) {
            throw new CryptoPolicyFileException(line, "only RSA has a setting");
        }
        if ((rule.leastBits() > 0) != CryptoPolicy.isRsa(rule)) {
            throw new CryptoPolicyFileException(line, "least_bits stands with RSA, and only there");
        }
        // keys may be produced although their algorithm has an end, because they are replaced in time; ciphers are not
        boolean ofKeys = rule.kind() == Kind.PUBLIC_KEY || rule.kind() == Kind.CURVE;
        if (rule.produced() && !ofKeys && rule.lastDay().isPresent()) {
            throw new CryptoPolicyFileException(line, "an algorithm that is produced must not have a last_day");
        }
    }

    private void requireProducedAlgorithms() {
        for (Kind kind : Kind.values()) {
            long produced = rules.stream()
                    .filter(rule -> rule.kind() == kind && rule.produced())
                    .count();
            if (produced == 0 && NEEDED_TO_PRODUCE.contains(kind)) {
                throw new CryptoPolicyFileException(0, "no row of kind " + kind + " is produced");
            }
            if (produced > 1 && kind == Kind.CIPHER) {
                throw new CryptoPolicyFileException(0, "only one row of kind CIPHER can be produced");
            }
        }
    }

    private static <E extends Enum<E>> E oneOf(Class<E> values, long line, String column, String value) {
        return Arrays.stream(values.getEnumConstants())
                .filter(constant -> constant.name().equals(value))
                .findFirst()
                .orElseThrow(() -> new CryptoPolicyFileException(
                        line, column + " must be one of " + Arrays.toString(values.getEnumConstants())));
    }

    private static Acceptance acceptance(long line, String value) {
        if (!value.equals(value.toLowerCase(Locale.ROOT))) {
            throw new CryptoPolicyFileException(line, "accepted must be yes, setting or no");
        }
        return oneOf(Acceptance.class, line, "accepted, in lower case,", value.toUpperCase(Locale.ROOT));
    }

    private static boolean isProduced(long line, String value) {
        if (!value.equals("yes") && !value.equals("no")) {
            throw new CryptoPolicyFileException(line, "produced must be yes or no");
        }
        return value.equals("yes");
    }

    private static int leastBits(long line, String value) {
        if (!value.matches("|[1-9][0-9]{2,4}")) {
            throw new CryptoPolicyFileException(line, "least_bits must be empty or a number of bits");
        }
        return value.isEmpty() ? 0 : Integer.parseInt(value);
    }

    private static Optional<LocalDate> lastDay(long line, String value) {
        try {
            return value.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(value));
        } catch (DateTimeParseException e) {
            throw new CryptoPolicyFileException(
                    line, "last_day must be empty or a date of the calendar, written as 2035-12-31");
        }
    }

    private static String text(long line, String column, String value) {
        if (value.isBlank()) {
            throw new CryptoPolicyFileException(line, column + " must not be empty");
        }
        return value;
    }

    /** The table of the {@link CryptoPolicy} is invalid, so the program does not start. */
    public static final class CryptoPolicyFileException extends RuntimeException {

        /** @param line the faulty line, from 1; 0 if the whole table is faulty */
        CryptoPolicyFileException(long line, String reason) {
            super(CryptoPolicyFile.NAME + (line > 0 ? ", line " + line : "") + ": " + reason);
        }
    }
}
