package jinbo.operator.audit;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the access log calls an upload or a list. An auditor has some file about it in hand, often another one: the receipt, an
 * outcome, the manifest, something decrypted, which has lost an extension.
 */
final class ObjectNames {

    /** A receipt or outcome of an upload, a list or its manifest: around the part that they have in common. */
    private static final Pattern NAME =
            Pattern.compile("(?:.*/)?(?:receipt-|outcome-)?(?<stem>[^./]+?)(?:-(?:full|delta))?(?:\\..*)?");

    private static final List<String> ENDINGS =
            List.of("", ".csv.pgp", ".json.pgp", ".asc.pgp", "-full.csv.pgp", "-delta.csv.pgp");

    private ObjectNames() {}

    static List<String> of(String typed) {
        Set<String> names = new LinkedHashSet<>();
        names.add(typed);
        Matcher matcher = NAME.matcher(typed);
        if (matcher.matches()) {
            ENDINGS.forEach(ending -> names.add(matcher.group("stem") + ending));
        }
        return List.copyOf(names);
    }
}
