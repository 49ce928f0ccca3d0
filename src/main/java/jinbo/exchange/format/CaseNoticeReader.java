package jinbo.exchange.format;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import jinbo.exchange.format.CaseNoticeWriter.CaseColumn;
import jinbo.platform.csv.CsvSyntaxException;
import jinbo.platform.csv.CsvTableReader;
import jinbo.reference.business.LineCode;
import jinbo.reference.phone.Mobile;

/** Reads a file of case notices ({@code cases/v1}) strictly, row by row. */
public final class CaseNoticeReader {

    static final String FORMAT = "cases/v1";
    private static final int LONGEST_ROW = 1 << 12;

    private CaseNoticeReader() {}

    /** @throws FormatException for the first fault; the earlier notices have been passed on */
    public static long read(InputStream csv, Consumer<CaseNotice> notices) throws IOException, FormatException {
        long count = 0;
        try {
            CsvTableReader table = CsvTableReader.of(new InputStreamReader(csv, StandardCharsets.UTF_8), LONGEST_ROW);
            if (!table.next() || !table.row().equals(CaseColumn.TITLES)) {
                throw new FormatException(FORMAT, "line 1", "is not the header " + String.join(",", CaseColumn.TITLES));
            }
            while (table.next()) {
                notices.accept(new CaseNoticeRow(table.line(), table.row()).notice());
                count++;
            }
            return count;
        } catch (CsvSyntaxException broken) {
            throw new FormatException(FORMAT, "line " + broken.line(), "is not CSV, or too long");
        }
    }

    private record CaseNoticeRow(long line, List<String> fields) {

        private static final Pattern NUMBER = Pattern.compile("C[0-9]{4}-[0-9A-Z]{8}-[0-9A-Z]");
        private static final Pattern CALLER = Pattern.compile("\\+?[0-9]{3,20}");
        private static final Pattern MOBILE = Pattern.compile("[0-9]{11}");
        private static final Pattern CODE = Pattern.compile("[A-Z]+(?:_[A-Z]+)*");
        private static final Pattern SALESPERSON = Pattern.compile("[A-Z0-9][A-Z0-9-]{0,19}");

        CaseNotice notice() throws FormatException {
            if (fields.size() != CaseColumn.TITLES.size()) {
                throw fault("has not " + CaseColumn.TITLES.size() + " fields");
            }
            try {
                return switch (CaseNotice.Kind.valueOf(cell(CaseColumn.NOTICE))) {
                    case COMPLAINT -> complaint();
                    case UPHELD -> decision(true);
                    case DISMISSED -> decision(false);
                    case SANCTION_BEGINS -> sanction(true);
                    case SANCTION_ENDS -> sanction(false);
                };
            } catch (DateTimeException | IllegalArgumentException impossible) {
                throw fault("has a cell that is not of its column, or a notice that is unknown");
            }
        }

        private CaseNotice complaint() throws FormatException {
            requireOnly(
                    CaseColumn.CASE,
                    CaseColumn.MOBILE,
                    CaseColumn.CALLED_AT,
                    CaseColumn.CALLER,
                    CaseColumn.PURPOSE,
                    CaseColumn.BUSINESS_LINE,
                    CaseColumn.ANSWER_BY);
            return new CaseNotice.Complaint(
                    shaped(CaseColumn.CASE, NUMBER),
                    new Mobile(Long.parseLong(shaped(CaseColumn.MOBILE, MOBILE))),
                    OffsetDateTime.parse(cell(CaseColumn.CALLED_AT), CaseNoticeWriter.MINUTE)
                            .toInstant(),
                    optional(CaseColumn.CALLER, CALLER),
                    shaped(CaseColumn.PURPOSE, CODE),
                    optional(CaseColumn.BUSINESS_LINE).map(LineCode::new),
                    optional(CaseColumn.ANSWER_BY).map(LocalDate::parse));
        }

        private CaseNotice decision(boolean upheld) throws FormatException {
            requireOnly(CaseColumn.CASE, CaseColumn.RULING, CaseColumn.GROUNDS, CaseColumn.UNTIL);
            String joined = cell(CaseColumn.GROUNDS);
            if (upheld == joined.isEmpty()) {
                throw fault("has grounds exactly if it is not upheld");
            }
            Set<String> grounds = joined.isEmpty()
                    ? Set.of()
                    : Set.of(joined.split(Pattern.quote(CaseNoticeWriter.GROUND_SEPARATOR)));
            if (!grounds.stream().allMatch(CODE.asMatchPredicate())) {
                throw fault("has a ground that is not a code");
            }
            return new CaseNotice.Decision(
                    shaped(CaseColumn.CASE, NUMBER),
                    upheld,
                    shaped(CaseColumn.RULING, CODE),
                    grounds,
                    optional(CaseColumn.UNTIL).map(LocalDate::parse));
        }

        private CaseNotice sanction(boolean begins) throws FormatException {
            requireOnly(CaseColumn.SANCTION, CaseColumn.SALESPERSON, CaseColumn.FROM, CaseColumn.UNTIL);
            return new CaseNotice.Sanction(
                    begins,
                    shaped(CaseColumn.SANCTION, CODE),
                    optional(CaseColumn.SALESPERSON, SALESPERSON),
                    LocalDate.parse(cell(CaseColumn.FROM)),
                    optional(CaseColumn.UNTIL).map(LocalDate::parse));
        }

        private Optional<String> optional(CaseColumn column) {
            return Optional.of(cell(column)).filter(text -> !text.isEmpty());
        }

        private Optional<String> optional(CaseColumn column, Pattern shape) throws FormatException {
            return cell(column).isEmpty() ? Optional.empty() : Optional.of(shaped(column, shape));
        }

        private String shaped(CaseColumn column, Pattern shape) throws FormatException {
            String text = cell(column);
            if (!shape.matcher(text).matches()) {
                throw fault("has no " + column.title());
            }
            return text;
        }

        private void requireOnly(CaseColumn... columns) throws FormatException {
            Set<CaseColumn> filled = EnumSet.of(CaseColumn.NOTICE, columns);
            for (CaseColumn column : CaseColumn.values()) {
                if (!filled.contains(column) && !cell(column).isEmpty()) {
                    throw fault("has a " + column.title() + ", which does not belong to its notice");
                }
            }
        }

        private String cell(CaseColumn column) {
            return fields.get(column.ordinal());
        }

        private FormatException fault(String what) {
            return new FormatException(CaseNoticeReader.FORMAT, "line " + line, what);
        }
    }
}
