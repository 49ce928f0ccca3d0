package jinbo.operator.console;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import jinbo.reference.phone.PhoneDigits;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What somebody wants of a list, as its address has it: filters, an order and a page.
 *
 * @param wanted by the name of the filter; {@code sort}, {@code page} and {@code csv} are the list's own
 * @param hasNumber whether something looked like a phone number, which stands in no address and is left out
 */
public record ListQuery(String path, Map<String, String> wanted, boolean hasNumber) {

    static final String NUMBERS = "numbers";
    static final int SIZE = 50;
    private static final Set<String> OWN = Set.of("sort", "page", NUMBERS);
    private static final int MOST_OF_TABLE = 10_000;
    private static final int LAST_PAGE = 1000;

    static ListQuery of(HttpServletRequest request) {
        Map<String, String> typed = new TreeMap<>();
        request.getParameterMap().forEach((name, values) -> typed.put(name, values[0].strip()));
        typed.values().removeIf(String::isEmpty);
        typed.remove("lang");
        boolean hasNumber =
                typed.values().removeIf(value -> !PhoneDigits.masked(value).equals(value));
        return new ListQuery(request.getRequestURI(), typed, hasNumber);
    }

    /** Whether this is the address without a number that was typed. */
    public boolean numbers() {
        return wanted.containsKey(NUMBERS);
    }

    /** What was chosen of a filter; nothing if all. */
    public String of(String filter) {
        return wanted.getOrDefault(filter, "");
    }

    Optional<String> find(String filter) {
        return Optional.ofNullable(wanted.get(filter));
    }

    <E extends Enum<E>> Optional<E> find(String filter, Class<E> type) {
        return find(filter)
                .flatMap(name -> java.util.Arrays.stream(type.getEnumConstants())
                        .filter(value -> value.name().equals(name))
                        .findFirst());
    }

    Optional<LocalDate> day(String filter) {
        try {
            return find(filter).map(LocalDate::parse);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    public boolean isFiltered() {
        return wanted.keySet().stream().anyMatch(name -> !OWN.contains(name));
    }

    boolean isTable() {
        return wanted.containsKey("csv");
    }

    public int page() {
        try {
            return Math.min(LAST_PAGE, Math.max(1, Integer.parseInt(wanted.getOrDefault("page", "1"))));
        } catch (NumberFormatException e) {
            return 1;
        }
    }

    int offset() {
        return isTable() ? 0 : (page() - 1) * SIZE;
    }

    /** How many rows are read: one more than is shown, to know whether there are more. */
    int limit() {
        return isTable() ? MOST_OF_TABLE : SIZE + 1;
    }

    String column() {
        return of("sort").replaceFirst("^-", "");
    }

    boolean descending() {
        return of("sort").startsWith("-");
    }

    /** The address of the same list with another value of a filter, from its first page on. */
    public String with(String filter, String value) {
        Map<String, String> changed = new TreeMap<>(wanted);
        changed.remove("page");
        changed.remove(NUMBERS);
        changed.put(filter, value);
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
        changed.forEach((name, chosen) -> {
            if (!chosen.isEmpty()) {
                address.queryParam(name, chosen);
            }
        });
        return address.encode().build().toUriString();
    }

    /** The address of the same list in the order of a column; if it has that already, the other way round. */
    public String sortedBy(String column) {
        return with("sort", of("sort").equals(column) ? "-" + column : column);
    }

    /** For a browser: the order of a column. */
    public String orderOf(String column) {
        return !column().equals(column) ? "none" : descending() ? "descending" : "ascending";
    }
}
