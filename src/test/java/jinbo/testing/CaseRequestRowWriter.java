package jinbo.testing;

import java.time.Instant;
import java.time.ZoneOffset;
import jinbo.cases.CaseNumber;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Has insurers asked about cases, as the rows tell it that a delivered file leaves. */
public final class CaseRequestRowWriter {

    private final JdbcClient sql;

    public CaseRequestRowWriter(JdbcClient sql) {
        this.sql = sql;
    }

    /** Who is held to have called is asked. */
    public void about(CaseNumber number, Instant at) {
        sql.sql("""
                with party as (
                    select c.id, coalesce((select insurer from call_case_party where call_case = c.id order by id desc limit 1),
                                          c.insurer) as insurer
                    from call_case c where c.number = :number),
                file as (
                    insert into case_file (insurer, sequence, name, spooled_as, size, sha256, sealed_at, access_log_id, delivered_at)
                    select p.insurer, n.next, 'file ' || n.next, 'file ' || n.next, 1, repeat('0', 64), :at, 1, :at
                    from party p cross join lateral (
                        select coalesce(max(sequence), 0) + 1 as next from case_file where insurer = p.insurer) n
                    returning id)
                insert into case_notice (case_file, line, notice, call_case)
                select file.id, 2, 'COMPLAINT', party.id from file cross join party
                """)
                .param("number", number.value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }
}
