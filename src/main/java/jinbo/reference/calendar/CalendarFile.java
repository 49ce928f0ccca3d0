package jinbo.reference.calendar;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import jinbo.platform.csv.CsvTableReader;
import jinbo.platform.csv.RefusedTableException;
import jinbo.platform.csv.RefusedTableException.TableProblem;
import jinbo.platform.error.ErrorCode;
import jinbo.platform.error.ErrorMessage;
import jinbo.reference.calendar.WorkdayCalendar.SpecialDay;

/**
 * Reads a file with the special days of whole years strictly: CSV with a header, UTF-8 with or without byte order mark.
 * The kind {@code holiday} is a day off from Monday to Friday, {@code workday} a working Saturday or Sunday.
 */
final class CalendarFile {

    /** Far more than a century of special days; the State Council announces about 25 a year. */
    static final int MAX_ROWS = 10_000;

    private static final List<String> HEADER = List.of("date", "kind", "name");
    private static final int LONGEST_NAME = 100;
    /** Only dates of this century, to refuse mistyped years. */
    private static final Pattern ISO_DATE = Pattern.compile("20[0-9]{2}-[0-9]{2}-[0-9]{2}");

    private final Map<LocalDate, SpecialDay> days = new LinkedHashMap<>();
    private final Map<Integer, Long> firstLineOfYear = new TreeMap<>();
    private final List<TableProblem> problems = new ArrayList<>();
    private int rows;

    private CalendarFile() {}

    static List<SpecialDay> read(InputStream bytes) throws RefusedTableException, IOException {
        CalendarFile file = new CalendarFile();
        CsvTableReader.read(bytes, HEADER, file::addRow, file::problem);
        return file.days();
    }

    private void problem(long line, ErrorCode reason, Object... facts) {
        problems.add(new TableProblem(line, ErrorMessage.of(reason, facts)));
    }

    private boolean addRow(long line, List<String> fields) {
        if (++rows > MAX_ROWS) {
            problem(line, CalendarError.TOO_MANY_ROWS, MAX_ROWS);
            return false;
        }
        if (fields.size() != HEADER.size()) {
            problem(line, CalendarError.FIELDS);
            return true;
        }
        Optional<LocalDate> date = date(fields.get(0));
        Optional<SpecialDay.Kind> kind = kind(fields.get(1));
        String name = fields.get(2);
        if (date.isEmpty()) {
            problem(line, CalendarError.DATE);
        }
        if (kind.isEmpty()) {
            problem(line, CalendarError.KIND);
        }
        if (name.length() > LONGEST_NAME || name.indexOf('\0') >= 0) {
            problem(line, CalendarError.NAME, LONGEST_NAME);
        } else if (date.isPresent() && kind.isPresent()) {
            addDay(line, new SpecialDay(date.get(), kind.get(), name));
        }
        return true;
    }

    private void addDay(long line, SpecialDay day) {
        boolean weekend = SpecialDay.isWeekend(day.date());
        if (day.kind() == SpecialDay.Kind.WORKDAY && !weekend) {
            problem(line, CalendarError.WORKDAY_ANYWAY, day.date());
        } else if (day.kind() == SpecialDay.Kind.HOLIDAY && weekend) {
            problem(line, CalendarError.OFF_ANYWAY, day.date());
        } else if (days.putIfAbsent(day.date(), day) != null) {
            problem(line, CalendarError.DAY_TWICE, day.date());
        }
        firstLineOfYear.putIfAbsent(day.date().getYear(), line);
    }

    private List<SpecialDay> days() throws RefusedTableException {
        if (problems.isEmpty()) {
            firstLineOfYear.forEach(this::requireNationalDay);
        }
        if (problems.isEmpty() && days.isEmpty()) {
            problem(0, CalendarError.NO_DAYS);
        }
        if (!problems.isEmpty()) {
            throw new RefusedTableException(ErrorMessage.of(CalendarError.CALENDAR_FILE_REFUSED), problems);
        }
        return List.copyOf(days.values());
    }

    /**
     * 1 to 3 October are off by law in every year (全国年节及纪念日放假办法), and at least one of them is not on a weekend. A year
     * without such a day is incomplete. The State Council's notice for a year also contains days of the previous
     * December; these alone would replace the whole previous year.
     */
    private void requireNationalDay(int year, long line) {
        for (int day = 1; day <= 3; day++) {
            LocalDate date = LocalDate.of(year, Month.OCTOBER, day);
            if (!SpecialDay.isWeekend(date) && !days.containsKey(date)) {
                problem(line, CalendarError.YEAR_NOT_WHOLE, year, date);
                return;
            }
        }
    }

    private static Optional<LocalDate> date(String text) {
        try {
            return ISO_DATE.matcher(text).matches() ? Optional.of(LocalDate.parse(text)) : Optional.empty();
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static Optional<SpecialDay.Kind> kind(String text) {
        return switch (text) {
            case "holiday" -> Optional.of(SpecialDay.Kind.HOLIDAY);
            case "workday" -> Optional.of(SpecialDay.Kind.WORKDAY);
            default -> Optional.empty();
        };
    }
}
