package jinbo.cases.report;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jinbo.cases.CaseRuling;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Loads a file of case events into the tables, as the program would have recorded them. */
public final class CaseHistoryLoader {

    public static final Path HALF_A_YEAR = Path.of("src/test/resources/jinbo/cases/report/given.csv");

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private final JdbcClient sql;
    private final Map<String, Long> cases = new HashMap<>();
    private int sequence = 100;

    private CaseHistoryLoader(JdbcClient sql) {
        this.sql = sql;
    }

    /** @param sql the owner of the tables; the insurers must exist */
    public static CaseHistoryLoader read(Path file, JdbcClient sql) {
        CaseHistoryLoader given = new CaseHistoryLoader(sql);
        given.goOn(file);
        return given;
    }

    /** Loads another file, whose events can be about the same cases. */
    void goOn(Path file) {
        try (CsvReader<NamedCsvRecord> lines = CsvReader.builder().ofNamedCsvRecord(file)) {
            lines.forEach(this::happens);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void happens(NamedCsvRecord line) {
        OffsetDateTime at = OffsetDateTime.parse(line.getField("at"));
        String name = line.getField("case");
        String insurer = line.getField("insurer");
        String detail = line.getField("detail");
        switch (line.getField("what")) {
            case "LIST" -> list(insurer, at, Long.parseLong(detail));
            case "OPEN" -> {
                open(name, insurer, line.getField("line"), at);
                event(name, "OPEN", at, detail);
            }
            case "PARTY" ->
                sql.sql("insert into call_case_party (call_case, insurer, at, actor) values (?, ?, ?, 'a test')")
                        .params(cases.get(name), insurer, at)
                        .update();
            case "ANSWERED" -> {
                answer(name, insurer, at);
                event(name, "ANSWERED", at, detail);
            }
            case "ANSWERED IN A HELD FILE" -> {
                answer(name, insurer, OffsetDateTime.parse(detail));
                event(name, "ANSWERED", at, "");
            }
            case "SENT" -> {
                seal(name, at, at);
                event(name, "SENT", at, detail);
            }
            case "SENT BUT NOT DELIVERED" -> {
                seal(name, at, null);
                event(name, "SENT", at, detail);
            }
            case "DELIVERED" ->
                sql.sql("update case_file set delivered_at = ? where name like ? || ' %'")
                        .params(at, name)
                        .update();
            case "WITHHELD" -> {
                sql.sql("update case_file set withheld_at = ? where name like ? || ' %'")
                        .params(at, name)
                        .update();
                event(name, "OPEN", at, detail);
            }
            case "DECIDED" -> decide(name, at, List.of(detail.split(" ")));
            case "OPENED AGAIN" -> event(name, "OPEN", at, detail);
            default -> event(name, line.getField("what"), at, detail);
        }
    }

    private void list(String insurer, OffsetDateTime at, long entries) {
        sequence++;
        sql.sql("""
                with p as (insert into publication (as_of, use_by, revision) values (?, current_date, 1) returning id)
                insert into block_list
                select ?, ?, p.id, 'full', 1, ?, current_date, ?, ?, 1, d, d, d, '{}', d, d, 1, ?, ? from p, repeat('0', 64) d
                """).params(at, insurer, sequence, at, entries, entries, at, at).update();
    }

    private void open(String name, String insurer, String businessLine, OffsetDateTime at) {
        String drawn = "C2026-0000000" + ALPHABET.charAt(cases.size()) + "-0";
        cases.put(
                name,
                sql.sql("""
                        insert into call_case
                            (number, insurer, business_line, called_at, purpose, source, subject, opened_at)
                        values (?, nullif(?, ''), nullif(?, ''), ?, 'SALES', 'CONSUMER', ?, ?) returning id
                        """)
                        .params(drawn, insurer, businessLine, at, "2026:" + "0".repeat(64), at)
                        .query(Long.class)
                        .single());
    }

    /** Seals a file with the name of its only case, for the insurer to which the case is assigned. */
    private void seal(String name, OffsetDateTime at, OffsetDateTime deliveredAt) {
        sequence++;
        sql.sql("""
                with f as (insert into case_file
                               (insurer, sequence, name, spooled_as, size, sha256, sealed_at, access_log_id, delivered_at)
                           select coalesce(p.insurer, c.insurer), ?, ?, 'x', 1, repeat('0', 64), ?, 1, ?
                           from call_case c left join newest_case_party p on p.call_case = c.id where c.id = ?
                           returning id)
                insert into case_notice (case_file, line, notice, call_case) select id, 2, 'COMPLAINT', ? from f
                """)
                .params(sequence, name + " " + sequence, at, deliveredAt, cases.get(name), cases.get(name))
                .update();
    }

    private void answer(String name, String insurer, OffsetDateTime at) {
        sql.sql("""
                with f as (insert into inbound_file (insurer, remote_name, stem, size, modified_at, sha256, received_at)
                           values (?, 'x', 'x', 1, ?, 'x', ?) returning id)
                insert into call_case_answer (call_case, insurer, inbound_file, line, received_at, answer, words)
                select ?, ?, f.id, 2, ?, 'ACCEPT', '' from f
                """).params(insurer, at, at, cases.get(name), insurer, at).update();
    }

    private void decide(String name, OffsetDateTime at, List<String> findingAndGrounds) {
        sql.sql("""
                insert into call_case_decision (call_case, ruling, grounds, reason, evidence_sha256, decided_by, at)
                values (?, ?, ?, 'a test', ?, 'a test', ?)
                """)
                .params(
                        cases.get(name),
                        findingAndGrounds.get(0),
                        findingAndGrounds.subList(1, findingAndGrounds.size()).toArray(String[]::new),
                        "0".repeat(64),
                        at)
                .update();
        event(
                name,
                CaseRuling.valueOf(findingAndGrounds.get(0)).decided().name(),
                at,
                at.toLocalDate().plusDays(14).toString());
    }

    private void event(String name, String state, OffsetDateTime at, String dueOn) {
        sql.sql("""
                insert into call_case_event (call_case, state, at, actor, due_on, calendar_version)
                values (?, ?, ?, 'a test', ?, ?)
                """)
                .params(
                        cases.get(name),
                        state,
                        at,
                        dueOn.isEmpty() ? null : LocalDate.parse(dueOn),
                        dueOn.isEmpty() ? null : "a test's")
                .update();
    }
}
