package jinbo.exchange.format;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jinbo.participant.insurer.InsurerCode;

/**
 * The name of an answered upload in {@code archive/}: its own, or {@code invalid-<16 hex digits>.pgp} where that is not valid;
 * where the name was taken, with {@code .2} and so on behind it.
 *
 * @param original the name without that number
 * @param stem what its answers are named after
 */
public record ArchivedFileName(String original, String stem) {

    private static final Pattern SHAPE = Pattern.compile(
            "(?<original>(?<stem>[a-z]+(?:-[a-z]+)?-(?<insurer>[A-Z0-9]{3,12})-[0-9]{8}-[0-9]{3})\\.(?:csv|json|asc)\\.pgp"
                    + "|(?<invalid>invalid-[0-9a-f]{16})\\.pgp)(?:\\.[1-9][0-9]{0,5})?");

    /** Reads a name; empty for what the association does not put into an insurer's archive. */
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
