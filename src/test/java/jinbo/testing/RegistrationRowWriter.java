package jinbo.testing;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes registrations past the program, as rows: a test that tampers with one need not know how its page is packed. */
public final class RegistrationRowWriter {

    /** A registration that is changed leaves its page; from then on it is a row by itself, which is the same to whoever reads. */
    private static final String WRITABLE = """
            create or replace function write_act_row() returns trigger language plpgsql as $$
            declare
                own bigint;
            begin
                if tg_op in ('UPDATE', 'DELETE') then
                    delete from registration_row where batch = old.batch and line = old.line and scope = old.scope
                        and mobile is not distinct from old.mobile;
                    get diagnostics own = row_count;
                    if own = 0 then
                        perform 1 from take_out_of_page(old.batch, old.line, old.mobile);
                    end if;
                end if;
                if tg_op in ('INSERT', 'UPDATE') then
                    insert into registration_row values (new.batch, new.line, new.mobile, new.scope, new.complaint, new.complained_on,
                                                         new.effective_on, new.expires_on, new.subject, new.subject_epoch);
                end if;
                return case tg_op when 'DELETE' then old else new end;
            end
            $$;
            create or replace function take_out_of_page(of_batch bigint, of_line int, of_mobile bigint) returns boolean language sql as $$
                with page as (
                    select p.ctid as at, n,
                           substring(p.places from 2 * n + 1 for 2) as place, substring(p.registrations from 12 * n + 1 for 12) as act
                    from registration_page p
                    cross join lateral generate_series(0, octet_length(p.places) / 2 - 1) n
                    where p.batch = of_batch and p.thousand = of_mobile / 1000
                ), rest as (
                    select at,
                           string_agg(place, ''::bytea order by n) filter (where int4_at(act, 0) <> of_line) as places,
                           string_agg(act, ''::bytea order by n) filter (where int4_at(act, 0) <> of_line) as registrations
                    from page group by at having bool_or(int4_at(act, 0) = of_line)
                ), emptied as (
                    delete from registration_page p using rest where p.ctid = rest.at and rest.places is null
                ), others as (
                    update registration_page p set places = rest.places, registrations = rest.registrations
                    from rest where p.ctid = rest.at and rest.places is not null
                )
                select true
            $$;
            create or replace trigger act_is_written instead of insert or update or delete on registration
                for each row execute function write_act_row();
            """;

    private RegistrationRowWriter() {}

    /** Makes the view {@code registration} of a test's database one that its owner can write to. */
    public static void makeWritable(JdbcClient owner) {
        owner.sql(WRITABLE).update();
    }

    /**
     * SQL that writes many at once into pages.
     *
     * @param rows SQL of rows {@code batch, line, mobile, scope, complaint, complained_on, effective_on, expires_on}
     */
    public static String insert(String rows) {
        return """
                insert into registration_page
                select batch, mobile / 1000, effective_on,
                       string_agg(place_of(mobile), ''::bytea order by mobile, line),
                       string_agg(int4send(line) || int2send((complained_on - date '2000-01-01')::smallint)
                                  || int2send((expires_on - date '2000-01-01')::smallint)
                                  || int2send(complaint::smallint) || int2send(scope::smallint), ''::bytea order by mobile, line)
                from (select *, row_number() over (partition by batch, mobile / 1000 order by mobile, line) / 400 as part
                      from (%s) as a (batch, line, mobile, scope, complaint, complained_on, effective_on, expires_on)) a
                group by batch, mobile / 1000, effective_on, part
                """.formatted(rows);
    }
}
