package jinbo.reference.calendar;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import jinbo.accesslog.DecisionRecords;
import jinbo.platform.csv.RefusedTableException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The working-day calendars: the current one, every earlier version for ever, and the import of a year. */
@Component
public class Calendars {

    private final CalendarRepository versions;
    private final TransactionTemplate joining;
    private final TransactionTemplate own;
    private final Map<String, WorkdayCalendar> read = new ConcurrentHashMap<>();

    public Calendars(JdbcClient jdbc, DecisionRecords records, PlatformTransactionManager transactions) {
        versions = new CalendarRepository(jdbc, records);
        joining = new TransactionTemplate(transactions);
        own = new TransactionTemplate(transactions);
        own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** The calendar to count by now; in a new database the one that came with the program, stored on first use. */
    public WorkdayCalendar current() {
        return version(versions.newest().orElseGet(this::storeBundled));
    }

    /**
     * The calendar that a date was once computed from; answers for ever what it answered then.
     *
     * @throws CalendarVersionUnknownException if there is none of that version
     */
    public WorkdayCalendar version(String version) {
        return read.computeIfAbsent(
                version, asked -> versions.find(asked).orElseThrow(() -> new CalendarVersionUnknownException(asked)));
    }

    public ImportResult importFile(Path file, String by, Instant at) throws RefusedTableException, IOException {
        try (InputStream bytes = Files.newInputStream(file)) {
            return importFile(bytes, by, at);
        }
    }

    /**
     * Makes a new current version in which the years of a file replace those years, and all other years stay; in the
     * caller's transaction if there is one. A file that changes nothing makes no version.
     *
     * @param file CSV {@code date,kind,name} in UTF-8 of whole years; left open
     * @throws RefusedTableException if the file is refused; it lists every problem
     */
    public ImportResult importFile(InputStream file, String by, Instant at) throws RefusedTableException, IOException {
        List<WorkdayCalendar.SpecialDay> days = CalendarFile.read(file);
        current();
        return Objects.requireNonNull(joining.execute(status -> {
            versions.lock();
            WorkdayCalendar before = current();
            CalendarMerge merge = new CalendarMerge(before, days);
            return merge.result(merge.changesNothing() ? before.version() : versions.addImported(merge.days(), by, at));
        }));
    }

    /** Of two processes that come at once the second waits, and finds what the first has stored. */
    private String storeBundled() {
        return Objects.requireNonNull(own.execute(status -> {
            versions.lock();
            Optional<String> stored = versions.newest();
            return stored.orElseGet(() -> versions.addBundled(bundled()));
        }));
    }

    private static List<WorkdayCalendar.SpecialDay> bundled() {
        try (InputStream file = Calendars.class.getResourceAsStream("cn-workdays.csv")) {
            return CalendarFile.read(Objects.requireNonNull(file, "cn-workdays.csv is not in the program"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (RefusedTableException e) {
            throw new IllegalStateException("The built-in calendar is not valid", e);
        }
    }

    /**
     * @param version the current version after it; a new one, unless nothing has changed
     * @param yearsReplaced the years that were loaded before and have been replaced
     * @param daysChanged how many special days were added, removed or altered, in all these years
     */
    public record ImportResult(
            String version, SortedSet<Integer> yearsReplaced, SortedSet<Integer> yearsAdded, int daysChanged) {}

    public static final class CalendarVersionUnknownException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final String version;

        CalendarVersionUnknownException(String version) {
            super("There is no calendar '" + version
                    + "' in this database; was it restored from a back-up that is older?");
            this.version = version;
        }

        public String version() {
            return version;
        }
    }

    /** The calendar that comes of a file: its years replace those of the calendar before, all others stay. */
    static final class CalendarMerge {

        private final Map<LocalDate, WorkdayCalendar.SpecialDay> days = new TreeMap<>();
        private final SortedSet<Integer> replaced = new TreeSet<>();
        private final SortedSet<Integer> added = new TreeSet<>();
        private final int changed;

        CalendarMerge(WorkdayCalendar before, Collection<WorkdayCalendar.SpecialDay> file) {
            for (WorkdayCalendar.SpecialDay day : file) {
                int year = day.date().getYear();
                (before.years().contains(year) ? replaced : added).add(year);
                days.put(day.date(), day);
            }
            for (WorkdayCalendar.SpecialDay day : before.specialDays()) {
                if (!replaced.contains(day.date().getYear())) {
                    days.put(day.date(), day);
                }
            }
            changed = datesThatDiffer(before.specialDays(), days.values());
        }

        Collection<WorkdayCalendar.SpecialDay> days() {
            return days.values();
        }

        boolean changesNothing() {
            return changed == 0;
        }

        Calendars.ImportResult result(String version) {
            return new Calendars.ImportResult(version, replaced, added, changed);
        }

        private static int datesThatDiffer(
                Collection<WorkdayCalendar.SpecialDay> before, Collection<WorkdayCalendar.SpecialDay> after) {
            Set<WorkdayCalendar.SpecialDay> old = new HashSet<>(before);
            Set<WorkdayCalendar.SpecialDay> now = new HashSet<>(after);
            Set<LocalDate> dates = new HashSet<>();
            old.stream()
                    .filter(day -> !now.contains(day))
                    .map(WorkdayCalendar.SpecialDay::date)
                    .forEach(dates::add);
            now.stream()
                    .filter(day -> !old.contains(day))
                    .map(WorkdayCalendar.SpecialDay::date)
                    .forEach(dates::add);
            return dates.size();
        }
    }
}
