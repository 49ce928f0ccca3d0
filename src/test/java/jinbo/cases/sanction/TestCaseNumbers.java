package jinbo.cases.sanction;

import java.util.Locale;
import jinbo.cases.CaseNumber;

/** Valid case numbers in ascending order. */
final class TestCaseNumbers {

    private static final String CHECKS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private TestCaseNumbers() {}

    static CaseNumber of(int n) {
        String drawn = String.format(Locale.ROOT, "C2026-TEST%04d-", n);
        for (char check : CHECKS.toCharArray()) {
            try {
                return new CaseNumber(drawn + check);
            } catch (IllegalArgumentException another) {
                continue;
            }
        }
        throw new AssertionError("No check character fits " + drawn);
    }
}
