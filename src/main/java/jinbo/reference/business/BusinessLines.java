package jinbo.reference.business;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import jinbo.accesslog.DecisionRecords;
import jinbo.accesslog.RecordKind;
import jinbo.accesslog.RecordKind.Part;
import jinbo.reference.calendar.BusinessTime;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The lines of business: finds, adds and closes them. */
@Component
public class BusinessLines {

    /** The highest scope, which the check of {@code business_line.scope} enforces. The registry relies on it. */
    private static final int LAST_SCOPE = 32_255;

    private final JdbcClient jdbc;
    private final DecisionRecords records;

    BusinessLines(JdbcClient jdbc, DecisionRecords records) {
        this.jdbc = jdbc;
        this.records = records;
    }

    public List<BusinessLine> all() {
        return jdbc.sql("select * from business_line order by code")
                .query(BusinessLines::read)
                .list();
    }

    public List<BusinessLine> openOn(LocalDate day) {
        return all().stream().filter(line -> line.isOpenOn(day)).toList();
    }

    public Optional<BusinessLine> find(LineCode code) {
        return jdbc.sql("select * from business_line where code = ?")
                .param(code.value())
                .query(BusinessLines::read)
                .optional();
    }

    /** @throws LineException if there is no such line; the message names the existing lines */
    public BusinessLine get(LineCode code) {
        return find(code)
                .orElseThrow(() -> new LineException(
                        LineError.LINE_UNKNOWN,
                        code,
                        all().stream().map(BusinessLine::code).sorted().toList()));
    }

    /** @throws LineException if there is no such line, or it is not open on the day */
    public BusinessLine getOpen(LineCode code, LocalDate day) {
        BusinessLine line = get(code);
        if (!line.isOpenOn(day)) {
            throw LineException.notOpen(line, day);
        }
        return line;
    }

    /** @throws LineException if the code is in use, even by a closed line, or there is no free scope */
    @Transactional
    public BusinessLine add(LineCode code, String name, String chineseName, LocalDate since, Instant at) {
        if (!BusinessLine.isName(name) || !BusinessLine.isChineseName(chineseName)) {
            throw new IllegalArgumentException(
                    "The name of a line of business is 1 to 60 visible characters, in Chinese 1 to 30");
        }
        lock();
        if (find(code).isPresent()) {
            throw new LineException(LineError.LINE_EXISTS, code);
        }
        int scope = jdbc.sql("select max(scope) + 1 from business_line")
                .query(Integer.class)
                .single();
        if (scope > LAST_SCOPE) {
            throw new LineException(LineError.TOO_MANY_LINES, all().size());
        }
        records.record(
                LineRecords.LINE,
                code.value(),
                () -> jdbc.sql("""
                        insert into business_line (code, scope, name, chinese_name, since, added_at) values (?, ?, ?, ?, ?, ?)
                        """)
                        .params(code.value(), scope, name, chineseName, since, at.atOffset(ZoneOffset.UTC))
                        .update());
        return get(code);
    }

    /**
     * @param on the first day on which it is closed: after today and after the line's first day
     * @throws LineException if there is no such line, it is already closed, or the day is too early
     */
    @Transactional
    public BusinessLine close(LineCode code, LocalDate on, Instant at) {
        lock();
        BusinessLine line = get(code);
        line.closedOn().ifPresent(closed -> {
            throw new LineException(LineError.LINE_CLOSED_ALREADY, code, closed);
        });
        LocalDate today = BusinessTime.dateOf(at);
        if (!on.isAfter(today) || !on.isAfter(line.since())) {
            throw new LineException(LineError.CLOSES_TOO_EARLY, on, line.since().isAfter(today) ? line.since() : today);
        }
        records.record(
                LineRecords.LINE,
                code.value(),
                () -> jdbc.sql("update business_line set closed_on = ? where code = ?")
                        .params(on, code.value())
                        .update());
        return get(code);
    }

    private void lock() {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('jinbo.business_line', 0)) is null")
                .query(Boolean.class)
                .single();
    }

    private static BusinessLine read(ResultSet row, int number) throws SQLException {
        return new BusinessLine(
                new LineCode(row.getString("code")),
                row.getShort("scope"),
                row.getString("name"),
                row.getString("chinese_name"),
                row.getObject("since", LocalDate.class),
                Optional.ofNullable(row.getObject("closed_on", LocalDate.class)));
    }

    /** Declares the decision records of lines. The three built-in lines have no record until they are closed. */
    @Configuration(proxyBeanMethods = false)
    static class LineRecords {

        static final RecordKind LINE = RecordKind.of(
                "line of business",
                new Part(
                        "business_line",
                        "join business_line decided on decided.code = business_line.code"
                                + " and (decided.added_at is not null or decided.closed_on is not null)",
                        "business_line.code",
                        "0",
                        "code scope name chinese_name since:date closed_on:date added_at:time"));

        @Bean
        RecordKind businessLineRecord() {
            return LINE;
        }
    }
}
