package jinbo.reference.calendar;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import jinbo.accesslog.DecisionRecords;
import jinbo.platform.csv.RefusedTableException;
import jinbo.reference.calendar.WorkdayCalendar.SpecialDay;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The calendars of working days: finds the current and all earlier versions, and imports years. */
@Component
public class Calendars {

    private final CalendarRepository versions;
    private final TransactionTemplate joining;
    private final TransactionTemplate own;
    private final Map<String, WorkdayCalendar> cache = new ConcurrentHashMap<>();

    public Calendars(JdbcClient jdbc, DecisionRecords records, PlatformTransactionManager transactions) {
        versions = new CalendarRepository(jdbc, records);
        joining = new TransactionTemplate(transactions);
        own = new TransactionTemplate(transactions);
        own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** The current calendar; in a new database, that of the program, which is stored on first use. */
    public WorkdayCalendar current() {
        return version(versions.newest().orElseGet(this::storeBundled));
    }

    /** @throws CalendarVersionUnknownException if there is no such version */
    public WorkdayCalendar version(String version) {
        return cache.computeIfAbsent(
                version, key -> versions.find(key).orElseThrow(() -> new CalendarVersionUnknownException(key)));
    }

    public ImportResult importFile(Path file, String by, Instant at) throws RefusedTableException, IOException {
        try (InputStream bytes = Files.newInputStream(file)) {
            return importFile(bytes, by, at);
        }
    }

    /**
     * Creates a new version with the years of a file and the other current years, in the caller's transaction if there
     * is one. A file without changes creates no version.
     *
     * @throws RefusedTableException with all problems
     */
    public ImportResult importFile(InputStream file, String by, Instant at) throws RefusedTableException, IOException {
        List<SpecialDay> days = CalendarFile.read(file);
        current();
        return Objects.requireNonNull(joining.execute(status -> replaceYears(days, by, at)));
    }

    private ImportResult replaceYears(List<SpecialDay> file, String by, Instant at) {
        versions.lock();
        WorkdayCalendar before = current();
        Map<LocalDate, SpecialDay> days = new TreeMap<>();
        SortedSet<Integer> replaced = new TreeSet<>();
        SortedSet<Integer> added = new TreeSet<>();
        for (SpecialDay day : file) {
            int year = day.date().getYear();
            (before.years().contains(year) ? replaced : added).add(year);
            days.put(day.date(), day);
        }
        Set<SpecialDay> different = new HashSet<>(before.specialDays());
        for (SpecialDay day : before.specialDays()) {
            if (!replaced.contains(day.date().getYear())) {
                days.put(day.date(), day);
            }
        }
        for (SpecialDay day : days.values()) {
            if (!different.remove(day)) {
                different.add(day);
            }
        }
        int changed = (int) different.stream().map(SpecialDay::date).distinct().count();
        String version = changed == 0 ? before.version() : versions.add(days.values(), by, at);
        return new ImportResult(version, replaced, added, changed);
    }

    /** Stores the bundled calendar, unless another process has just stored it. */
    private String storeBundled() {
        return Objects.requireNonNull(own.execute(status -> {
            versions.lock();
            return versions.newest().orElseGet(() -> versions.add(bundled(), null, null));
        }));
    }

    private static List<SpecialDay> bundled() {
        try (InputStream file = Calendars.class.getResourceAsStream("cn-workdays.csv")) {
            return CalendarFile.read(Objects.requireNonNull(file, "cn-workdays.csv is not in the program"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (RefusedTableException e) {
            throw new IllegalStateException("The built-in calendar is not valid", e);
        }
    }

    /** @param daysChanged the number of added, removed or altered special days */
    public record ImportResult(
            String version, SortedSet<Integer> yearsReplaced, SortedSet<Integer> yearsAdded, int daysChanged) {}

    public static final class CalendarVersionUnknownException extends RuntimeException {

        CalendarVersionUnknownException(String version) {
            super("There is no calendar '" + version
                    + "' in this database; was it restored from a backup that is older?");
        }
    }
}
