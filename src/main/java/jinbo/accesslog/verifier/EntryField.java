package jinbo.accesslog.verifier;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The fields of an access log entry, in order, and what each accepts ({@code exchange-formats/access-log/v1}). */
enum EntryField {
    FORMAT(true, Set.of("access-log-entry/v1")),
    ID(true, EntryField::isNumber),
    AT(true, EntryField::isInstant),
    PHASE(true, Set.of("INTENT", "RESULT", "REFUSAL")),
    INTENT(false, EntryField::isNumber),
    ACTOR(true, EntryField::isText),
    ROLE(true, Set.of("BATCH", "OPERATOR", "KEY_OFFICER", "AUDITOR", "SYSTEM", "CONSUMER")),
    OS_USER(false, EntryField::isText),
    CONFIRMED_BY(false, EntryField::isText),
    ACTION(true, EntryField::isText),
    PURPOSE(true, EntryField::isText),
    INSURER(false, EntryField::isText),
    OBJECT(false, EntryField::isText),
    OUTCOME(false, EntryField::isText),
    NUMBERS(false, EntryField::isNumber),
    SUBJECT(false, EntryField::isSubject),
    ACTS(false, EntryField::isActs),
    LIST(false, EntryField::isList);

    private static final Map<String, EntryField> BY_KEY =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(EntryField::key, field -> field));

    /** The largest integer that every JSON library reads exactly. */
    private static final long LARGEST = (1L << 53) - 1;

    private static final Pattern NUMBER = Pattern.compile("0|[1-9][0-9]{0,15}");
    private static final Pattern INSTANT = Pattern.compile(
            "[0-9]{4}-[0-9]{2}-[0-9]{2}T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\\.[0-9]{3}|\\.[0-9]{6})?Z");
    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern LIST_NAME = Pattern.compile("[a-z][a-z0-9_]*");
    private static final List<String> OF_ACTS = List.of("batch", "revision", "count", "digest");

    private final boolean mandatory;
    private final Predicate<JsonValue> accepted;
    private final String key = name().toLowerCase(Locale.ROOT);

    EntryField(boolean mandatory, Predicate<JsonValue> accepted) {
        this.mandatory = mandatory;
        this.accepted = accepted;
    }

    EntryField(boolean mandatory, Set<String> values) {
        this(mandatory, value -> value instanceof JsonValue.Text text && values.contains(text.value()));
    }

    static Optional<EntryField> of(String key) {
        return Optional.ofNullable(BY_KEY.get(key));
    }

    String key() {
        return key;
    }

    boolean isMandatory() {
        return mandatory;
    }

    boolean accepts(JsonValue value) {
        return accepted.test(value);
    }

    private static boolean isText(JsonValue value) {
        return value instanceof JsonValue.Text text && !text.value().isEmpty();
    }

    private static boolean isNumber(JsonValue value) {
        return value instanceof JsonValue.Numeral numeral && isNumber(numeral.spelling());
    }

    private static boolean isNumber(String spelling) {
        return NUMBER.matcher(spelling).matches() && Long.parseLong(spelling) <= LARGEST;
    }

    private static boolean isInstant(JsonValue value) {
        if (!(value instanceof JsonValue.Text text)
                || !INSTANT.matcher(text.value()).matches()) {
            return false;
        }
        try {
            // accepts only the spelling of Instant.toString: 0, 3 or 6 decimal places, as few as possible
            return Instant.parse(text.value()).toString().equals(text.value());
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static boolean isDigest(JsonValue value) {
        return value instanceof JsonValue.Text text
                && DIGEST.matcher(text.value()).matches();
    }

    private static boolean isSubject(JsonValue value) {
        if (!(value instanceof JsonValue.Text text)) {
            return false;
        }
        int colon = text.value().indexOf(':');
        return colon > 0
                && isNumber(text.value().substring(0, colon))
                && DIGEST.matcher(text.value().substring(colon + 1)).matches();
    }

    /** True for an object about a batch of registrations, with these fields in this order. */
    private static boolean isActs(JsonValue value) {
        return value instanceof JsonValue.Members acts
                && List.copyOf(acts.values().keySet()).equals(OF_ACTS)
                && OF_ACTS.subList(0, OF_ACTS.size() - 1).stream()
                        .allMatch(name -> isNumber(acts.values().get(name)))
                && isDigest(acts.values().get("digest"));
    }

    /** True for an object about a block list: its names are sorted, its values are texts. */
    private static boolean isList(JsonValue value) {
        if (!(value instanceof JsonValue.Members list) || list.values().isEmpty()) {
            return false;
        }
        List<String> names = List.copyOf(list.values().keySet());
        return names.equals(names.stream().sorted().toList())
                && names.stream().allMatch(name -> LIST_NAME.matcher(name).matches())
                && list.values().values().stream().allMatch(EntryField::isText);
    }
}
