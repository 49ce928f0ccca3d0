package jinbo.operator.cases;

import java.util.regex.Pattern;

/** The SHA-256 of a case's evidence, 64 hexadecimal digits, as {@code case evidence} shows it. */
public record EvidenceSha256(String hex) {

    private static final Pattern SHAPE = Pattern.compile("[0-9a-f]{64}");

    public EvidenceSha256 {
        if (!SHAPE.matcher(hex).matches()) {
            throw new IllegalArgumentException("no SHA-256");
        }
    }

    @Override
    public String toString() {
        return hex;
    }
}
