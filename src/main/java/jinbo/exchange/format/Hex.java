package jinbo.exchange.format;

import java.util.regex.Pattern;

/** The spelling of hashes in the contract: lower-case hex digits. */
final class Hex {

    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    private Hex() {}

    static boolean isSha256(String text) {
        return SHA256.matcher(text).matches();
    }

    static String requireSha256(String field, String text) {
        if (!isSha256(text)) {
            throw new IllegalArgumentException(field + " is not 64 lower-case hex digits");
        }
        return text;
    }
}
