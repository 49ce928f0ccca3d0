package jinbo.testing;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes blocks past the program, as rows: a test that tampers with one need not know how its page is packed. */
public final class BlockRowWriter {

    private static final String PACKED = """
            string_agg(substring(int8send(((b.mobile % 1000) << 30)
                                          | ((b.effective_on - date '2000-01-01')::bigint << 15)
                                          | (b.expires_on - date '2000-01-01')::bigint) from 4), ''::bytea order by b.mobile)
            """;

    private static final String WRITABLE = """
            create or replace function write_block_row() returns trigger language plpgsql as $$
            begin
                if tg_op in ('UPDATE', 'DELETE') then
                    perform 1 from put_block_row(old.mobile, old.scope, null, null, old.revision);
                end if;
                if tg_op in ('INSERT', 'UPDATE') then
                    perform 1 from put_block_row(new.mobile, new.scope, new.effective_on, new.expires_on, new.revision);
                end if;
                return case tg_op when 'DELETE' then old else new end;
            end
            $$;
            create or replace function put_block_row(of_mobile bigint, of_scope smallint, begins date, ends date, at_revision bigint)
            returns boolean language plpgsql as $$
            declare packed bytea;
            begin
                select %s into packed
                from (select mobile, effective_on, expires_on from block
                      where scope = of_scope and mobile / 1000 = of_mobile / 1000 and mobile <> of_mobile
                      union all select of_mobile, begins, ends where begins is not null) b;
                delete from block_page where scope = of_scope and thousand = of_mobile / 1000;
                insert into block_page select of_mobile / 1000, of_scope, packed, at_revision where packed is not null;
                return true;
            end
            $$;
            create or replace trigger block_is_written instead of insert or update or delete on block
                for each row execute function write_block_row();
            """.formatted(PACKED);

    private BlockRowWriter() {}

    /** Makes the view {@code block} of a test's database one that its owner can write to. */
    public static void makeWritable(JdbcClient owner) {
        owner.sql(WRITABLE).update();
    }

    /**
     * SQL that writes many at once into pages that are not there yet.
     *
     * @param rows SQL of rows {@code mobile, scope, effective_on, expires_on, revision}
     */
    public static String insert(String rows) {
        return "insert into block_page select b.mobile / 1000, b.scope, " + PACKED + ", max(b.revision) from (" + rows
                + ") as b (mobile, scope, effective_on, expires_on, revision) group by 1, 2";
    }
}
