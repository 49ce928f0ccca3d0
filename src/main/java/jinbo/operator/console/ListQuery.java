package jinbo.operator.console;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import jinbo.reference.calendar.BusinessTime;
import jinbo.reference.phone.PhoneDigits;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/**
 * The filters, sort column and page of a list, from the query parameters of its URL.
 *
 * @param parameters the values by name of the filter; {@code sort}, {@code page} and {@code csv} are not filters,
 *     nor is {@code form}: the action of the open form and, after a space, its row
 * @param hasNumber true if a parameter with a phone number was removed, because URLs must not contain numbers
 */
public record ListQuery(String path, Map<String, String> parameters, boolean hasNumber) {

    static final String NUMBERS = "numbers";
    static final int SIZE = 50;
    private static final Set<String> OWN = Set.of("sort", "page", "chosen", "form", NUMBERS);
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

    /** Returns the URL of a page with a form open. */
    static String withForm(String page, String form) {
        return new ListQuery(page, Map.of(), false).with("form", PhoneDigits.masked(form));
    }

    /** Returns the query that sorts as named unless the URL says otherwise, so that the page marks the column. */
    ListQuery sortedUnlessAsked(String sort) {
        Map<String, String> sorted = new TreeMap<>(parameters);
        sorted.putIfAbsent("sort", sort);
        return new ListQuery(path, sorted, hasNumber);
    }

    /** True if a phone number was removed from the URL that redirected to this one. */
    public boolean numbers() {
        return parameters.containsKey(NUMBERS);
    }

    public String of(String filter) {
        return parameters.getOrDefault(filter, "");
    }

    Optional<String> find(String filter) {
        return Optional.ofNullable(parameters.get(filter));
    }

    <E extends Enum<E>> Optional<E> find(String filter, Class<E> type) {
        return find(filter)
                .flatMap(name -> java.util.Arrays.stream(type.getEnumConstants())
                        .filter(value -> value.name().equals(name))
                        .findFirst());
    }

    Optional<Instant> start(String filter) {
        return day(filter).map(day -> day.atStartOfDay(BusinessTime.ZONE).toInstant());
    }

    Optional<Instant> end(String filter) {
        return day(filter)
                .map(day -> day.plusDays(1).atStartOfDay(BusinessTime.ZONE).toInstant());
    }

    private Optional<LocalDate> day(String filter) {
        try {
            return find(filter).map(LocalDate::parse).filter(day -> day.getYear() > 0 && day.getYear() < 10_000);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    public boolean isFiltered() {
        return parameters.keySet().stream().anyMatch(name -> !OWN.contains(name));
    }

    boolean isCsv() {
        return parameters.containsKey("csv");
    }

    public int page() {
        try {
            return Math.min(LAST_PAGE, Math.max(1, Integer.parseInt(parameters.getOrDefault("page", "1"))));
        } catch (NumberFormatException e) {
            return 1;
        }
    }

    int offset() {
        return isCsv() ? 0 : (page() - 1) * SIZE;
    }

    /** How many rows to read: one more than a page has, to find out whether there is a next page. */
    int limit() {
        return isCsv() ? MOST_OF_TABLE : SIZE + 1;
    }

    String column() {
        return of("sort").replaceFirst("^-", "");
    }

    boolean descending() {
        return of("sort").startsWith("-");
    }

    /** Returns the URL of the first page with another value of a parameter. */
    public String with(String filter, String value) {
        Map<String, String> changed = new TreeMap<>(parameters);
        changed.remove("page");
        changed.remove(NUMBERS);
        changed.put(filter, value);
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
        changed.forEach((name, chosen) -> {
            if (!chosen.isEmpty()) {
                address.queryParam(encoded(name), encoded(chosen));
            }
        });
        return address.build(true).toUriString();
    }

    /** Encodes braces too, in which a redirect would look for the name of a value. */
    private static String encoded(String text) {
        return UriUtils.encode(text, StandardCharsets.UTF_8);
    }

    /** Returns the URL of the list sorted by a column; in reverse order if it is already sorted by it. */
    public String sortedBy(String column) {
        return with("sort", of("sort").equals(column) ? "-" + column : column);
    }

    /** Returns the {@code aria-sort} value of a column. */
    public String orderOf(String column) {
        return !column().equals(column) ? "none" : descending() ? "descending" : "ascending";
    }
}
