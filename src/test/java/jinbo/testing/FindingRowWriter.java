package jinbo.testing;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes findings past the program, as rows: a test that tampers with one need not know how its page is packed. */
public final class FindingRowWriter {

    private static final String PACKED = "code || coalesce(' ' || column_name, ''), int4send(line) || '\\x00'::bytea";

    /** Those of a page in which one is changed have a page each from then on, which is the same to whoever reads. */
    private static final String WRITABLE = """
            create or replace function write_finding_row() returns trigger language plpgsql as $$
            begin
                if tg_op in ('UPDATE', 'DELETE') then
                    with page as (
                        delete from finding_page where inbound_file = old.inbound_file
                            and old.place between place and place + octet_length(findings) / 5 - 1 returning *
                    )
                    insert into finding_page
                    select inbound_file, place + n,
                           split_part(kinds, E'\n', get_byte(findings, 5 * n + 4) + 1), set_byte(substring(findings from 5 * n + 1 for 5), 4, 0)
                    from page cross join lateral generate_series(0, octet_length(findings) / 5 - 1) n
                    where place + n <> old.place;
                end if;
                if tg_op in ('INSERT', 'UPDATE') then
                    insert into finding_page select inbound_file, place, %s from (select new.*) n;
                end if;
                return case tg_op when 'DELETE' then old else new end;
            end
            $$;
            create or replace trigger finding_is_written instead of insert or update or delete on finding
                for each row execute function write_finding_row();
            """.formatted(PACKED);

    private FindingRowWriter() {}

    /** Makes the view {@code finding} of a test's database one that its owner can write to. */
    public static void makeWritable(JdbcClient owner) {
        owner.sql(WRITABLE).update();
    }

    /**
     * SQL that writes many at once, a page each.
     *
     * @param rows SQL of rows {@code inbound_file, place, line, column_name, code}
     */
    public static String insert(String rows) {
        return "insert into finding_page select inbound_file, place, " + PACKED + " from (" + rows
                + ") as n (inbound_file, place, line, column_name, code)";
    }
}
