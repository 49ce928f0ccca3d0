package jinbo.story;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import jinbo.testing.LandlineRows;

/** Uploads as insurers write them. */
final class UploadCsv {

    static final String HEADER = "mobile,complaint,complained_on,consent,scope,term\r\n";

    private UploadCsv() {}

    /** Complaints of one day about calls to numbers, for all insurers, for two years. */
    static String complaints(String day, long... numbers) {
        return HEADER
                + LongStream.of(numbers)
                        .mapToObj(number -> number + ",TELEMARKETING," + day + ",,,\r\n")
                        .collect(Collectors.joining());
    }

    /** Complaints of one day about calls to a landline, which are refused. */
    static String landlines(String day, int rows) {
        return LandlineRows.of(rows, ",TELEMARKETING," + day + ",,,\r\n");
    }

    static String name(String insurer, String day, int number) {
        return "complaints-%s-%s-%03d.csv.pgp".formatted(insurer, day, number);
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
