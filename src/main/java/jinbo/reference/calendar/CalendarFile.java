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

/**
 * Reads a calendar file: CSV {@code date,kind,name} with that header, UTF-8 with or without byte order mark, strict.
 *
 * <p>{@code date} is an ISO date, {@code kind} is {@code holiday} (a day from Monday to Friday off) or {@code workday} (a
 * Saturday or Sunday on which people work), {@code name} the holiday. The file gives whole years.
 */
final class CalendarFile {

    private static final List<String> HEADER = List.of("date", "kind", "name");

    private CalendarFile() {}

    /**
     * Reads the file once, in bounded memory.
     *
     * @param file the file's bytes; left open
     * @return its days in the order of the file
     * @throws RefusedTableException if anything in it is wrong
     */
    static List<WorkdayCalendar.SpecialDay> read(InputStream file) throws RefusedTableException, IOException {
        CalendarRowValidator rows = new CalendarRowValidator();
        CsvTableReader.read(file, HEADER, rows::take, rows::problem);
        return rows.days();
    }

    /** Judges the rows of a calendar file and gathers its days, or all that is wrong with them. */
    static final class CalendarRowValidator {

        /** More than thirty years of nothing but special days; the State Council names some 25 a year. */
        static final int MOST_ROWS = 10_000;

        private static final int FIELDS = 3;
        private static final int LONGEST_NAME = 100;
        /** Of this century: a year typed with a slip is refused rather than loaded. */
        private static final Pattern ISO_DATE = Pattern.compile("20[0-9]{2}-[0-9]{2}-[0-9]{2}");

        private final Map<LocalDate, WorkdayCalendar.SpecialDay> days = new LinkedHashMap<>();
        private final Map<Integer, Long> firstLineOfYear = new TreeMap<>();
        private final List<TableProblem> problems = new ArrayList<>();
        private int rows;

        void problem(long line, ErrorCode reason, Object... facts) {
            problems.add(new TableProblem(line, ErrorMessage.of(reason, facts)));
        }

        /** Takes a row, and answers whether to go on. */
        boolean take(long line, List<String> fields) {
            if (++rows > MOST_ROWS) {
                problem(line, CalendarError.TOO_MANY_ROWS, MOST_ROWS);
                return false;
            }
            if (fields.size() != FIELDS) {
                problem(line, CalendarError.FIELDS);
                return true;
            }
            Optional<LocalDate> date = date(fields.get(0));
            Optional<WorkdayCalendar.SpecialDay.Kind> kind = kind(fields.get(1));
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
                take(line, new WorkdayCalendar.SpecialDay(date.get(), kind.get(), name));
            }
            return true;
        }

        private void take(long line, WorkdayCalendar.SpecialDay day) {
            boolean weekend = WorkdayCalendar.SpecialDay.isWeekend(day.date());
            if (day.kind() == WorkdayCalendar.SpecialDay.Kind.WORKDAY && !weekend) {
                problem(line, CalendarError.WORKDAY_ANYWAY, day.date());
            } else if (day.kind() == WorkdayCalendar.SpecialDay.Kind.HOLIDAY && weekend) {
                problem(line, CalendarError.OFF_ANYWAY, day.date());
            } else if (days.putIfAbsent(day.date(), day) != null) {
                problem(line, CalendarError.DAY_TWICE, day.date());
            }
            firstLineOfYear.putIfAbsent(day.date().getYear(), line);
        }

        /** The days in the order of the file. */
        List<WorkdayCalendar.SpecialDay> days() throws RefusedTableException {
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
         * 1 to 3 October are off by law in every year (全国年节及纪念日放假办法), and one of them at least is no weekend. A year
         * without them is a fragment: the notice for a year names days of the December before, and taken for the whole
         * of that year they would make its other holidays working days.
         */
        private void requireNationalDay(int year, long line) {
            for (int day = 1; day <= 3; day++) {
                LocalDate date = LocalDate.of(year, Month.OCTOBER, day);
                if (!WorkdayCalendar.SpecialDay.isWeekend(date) && !days.containsKey(date)) {
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

        private static Optional<WorkdayCalendar.SpecialDay.Kind> kind(String text) {
            return switch (text) {
                case "holiday" -> Optional.of(WorkdayCalendar.SpecialDay.Kind.HOLIDAY);
                case "workday" -> Optional.of(WorkdayCalendar.SpecialDay.Kind.WORKDAY);
                default -> Optional.empty();
            };
        }
    }
}
