package jinbo.cases.sanction;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import jinbo.accesslog.Actor;
import jinbo.accesslog.DecisionRecords;
import jinbo.accesslog.RecordKind;
import jinbo.accesslog.RecordKind.Part;
import jinbo.cases.CaseNumber;
import jinbo.cases.Salesperson;
import jinbo.cases.sanction.ProposeSanctions.EarnedStep;
import jinbo.participant.insurer.InsurerCode;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Reads and writes sanctions and the changes of their state. */
@Component
class SanctionRows {

    private static final RecordKind SANCTION = RecordKind.of(
            "sanction",
            Part.row("sanction", "sanction.id::text", "id insurer salesperson kind ladder_from:date step lasts"),
            Part.rows("sanction_case", "sanction_case.sanction::text", "call_case", "sanction call_case about"),
            Part.rows(
                    "sanction_event",
                    "sanction_event.sanction::text",
                    "id",
                    "id sanction event at:time actor reason begins_on:date ends_on:date"));

    private static final String ALL = """
        select m.*, e.event, e.at, e.actor, e.reason, i.begins_on, i.ends_on,
          array(select c.number from sanction_case mc join call_case c on c.id = mc.call_case where mc.sanction = m.id
                order by c.called_at, c.id) as cases,
          (select max(c.called_at) from sanction_case mc join call_case c on c.id = mc.call_case where mc.sanction = m.id)
            as last_call
        from sanction m
        join newest_sanction_event e on e.sanction = m.id
        left join sanction_event i on i.sanction = m.id and i.event = 'IMPOSED'
        """;

    private final JdbcClient jdbc;
    private final DecisionRecords records;

    SanctionRows(JdbcClient jdbc, DecisionRecords records) {
        this.jdbc = jdbc;
        this.records = records;
    }

    @Bean
    static RecordKind sanctionRecord() {
        return SANCTION;
    }

    /** Locks all sanctions until the transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    void lock() {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('jinbo.sanction', 0)) is null")
                .query(Boolean.class)
                .single();
    }

    long propose(EarnedStep earned, Actor by, Instant at) {
        SanctionLadder.Step rule = earned.rule();
        long id = jdbc.sql("""
            insert into sanction (insurer, salesperson, kind, ladder_from, step, lasts) values (?, ?, ?, ?, ?, ?)
            returning id
            """)
                .params(
                        earned.subject().insurer().value(),
                        earned.subject().salesperson().map(Salesperson::value).orElse(null),
                        rule.sanction().name(),
                        earned.ladder().callsFrom(),
                        earned.step(),
                        rule.lasts().map(Period::toString).orElse(null))
                .query(Long.class)
                .single();
        jdbc.sql("""
            insert into sanction_case (sanction, call_case, about)
            select ?, id, ? from call_case where number = any (?)
            """)
                .params(
                        id,
                        earned.subject().about().name(),
                        earned.numbers().stream().map(CaseNumber::value).toArray(String[]::new))
                .update();
        append(id, Sanction.State.PROPOSED, by, at, Optional.empty());
        return id;
    }

    void append(long id, Sanction.State state, Actor by, Instant at, Optional<String> reason) {
        append(id, state, by, at, reason, Optional.empty(), Optional.empty());
    }

    void append(
            long id,
            Sanction.State state,
            Actor by,
            Instant at,
            Optional<String> reason,
            Optional<LocalDate> beginsOn,
            Optional<LocalDate> endsOn) {
        records.record(
                SANCTION,
                Long.toString(id),
                by,
                () -> jdbc.sql("""
                    insert into sanction_event (sanction, event, at, actor, reason, begins_on, ends_on)
                    values (?, ?, ?, ?, ?, ?, ?)
                    """)
                        .params(
                                id,
                                state.name(),
                                at.atOffset(ZoneOffset.UTC),
                                by.toDisplayName(),
                                reason.orElse(null),
                                beginsOn.orElse(null),
                                endsOn.orElse(null))
                        .update());
    }

    /** Returns all sanctions, newest first. */
    List<Sanction> all() {
        return jdbc.sql(ALL + "order by m.id desc").query(SanctionRows::read).list();
    }

    Optional<Sanction> find(long id) {
        return jdbc.sql(ALL + "where m.id = ?")
                .param(id)
                .query(SanctionRows::read)
                .optional();
    }

    private static Sanction read(ResultSet row, int number) throws SQLException {
        return new Sanction(
                row.getLong("id"),
                new SanctionSubject(
                        new InsurerCode(row.getString("insurer")),
                        Optional.ofNullable(row.getString("salesperson")).map(Salesperson::new)),
                Sanction.Kind.valueOf(row.getString("kind")),
                row.getInt("step"),
                row.getObject("ladder_from", LocalDate.class),
                Optional.ofNullable(row.getString("lasts")).map(Period::parse),
                Arrays.stream((String[]) row.getArray("cases").getArray())
                        .map(CaseNumber::new)
                        .toList(),
                instant(row, "last_call"),
                Sanction.State.valueOf(row.getString("event")),
                instant(row, "at"),
                row.getString("actor"),
                Optional.ofNullable(row.getString("reason")),
                Optional.ofNullable(row.getObject("begins_on", LocalDate.class)),
                Optional.ofNullable(row.getObject("ends_on", LocalDate.class)));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
