package jinbo.annex;

import java.util.List;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The login that the portal has: it may ask through the hatch and nothing else. One that may more would make nothing safer, so the portal does
 * not start with it.
 */
final class PortalLogin {

    private static final int SHOWN = 10;

    /** All that this login may beyond what everybody may who reaches a PostgreSQL at all, and what it lacks; a line each. */
    private static final String FAULTS = """
            with ours as (
                select oid, nspname from pg_namespace where nspname !~ '^pg_' and nspname <> 'information_schema'
            ), asking (function) as (
                values ('put_ask(uuid, text, integer)'), ('withdraw_ask(uuid)'), ('take_answer(uuid)')
            ), functions as (
                select p.oid, format('%s(%s)', p.proname, oidvectortypes(p.proargtypes)) as function
                from pg_proc p join ours on ours.oid = p.pronamespace
            )
            select 'it is a superuser' from pg_roles where rolname = current_user and rolsuper
            union all
            select 'it may make roles or databases, replicate, or read past row security' from pg_roles
            where rolname = current_user and (rolcreaterole or rolcreatedb or rolreplication or rolbypassrls)
            union all
            select 'it is a member of ' || g.rolname from pg_auth_members m
            join pg_roles g on g.oid = m.roleid
            join pg_roles r on r.oid = m.member
            where r.rolname = current_user and g.rolname <> 'jinbo_portal'
            union all
            select 'it may use ' || c.oid::regclass from pg_class c join ours on ours.oid = c.relnamespace
            where case when c.relkind = 'S' then has_sequence_privilege(c.oid, 'usage, select, update')
                       when c.relkind in ('r', 'p', 'v', 'm', 'f')
                           then has_any_column_privilege(c.oid, 'select, insert, update, references')
                                or has_table_privilege(c.oid, 'delete, truncate, trigger') end
            union all
            select 'it may call ' || f.function from functions f
            where f.function not in (select function from asking) and has_function_privilege(f.oid, 'execute')
            union all
            select 'it may create in the schema ' || nspname from ours where has_schema_privilege(oid, 'create')
            union all
            select 'it may create schemas or temporary tables in this database'
            where has_database_privilege(current_database(), 'create, temporary')
            union all
            select 'it may take locks that the program waits for (' || proname || ')' from pg_proc
            where pronamespace = 'pg_catalog'::regnamespace and proname = 'pg_advisory_lock' and pronargs = 1
              and has_function_privilege(oid, 'execute')
            union all
            select 'it may keep large objects (' || proname || ')' from pg_proc
            where pronamespace = 'pg_catalog'::regnamespace and proname = 'lo_create'
              and has_function_privilege(oid, 'execute')
            union all
            select 'it may not call ' || a.function from asking a
            where not exists (select from functions f where f.function = a.function and has_function_privilege(f.oid, 'execute'))
            """;

    private final JdbcClient jdbc;

    PortalLogin(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    /**
     * Makes sure of it.
     *
     * @throws AnnexException if it may more or less, or nobody is let in
     */
    void require() {
        List<String> faults = faults();
        if (!faults.isEmpty()) {
            String more = faults.size() > SHOWN ? ", and " + (faults.size() - SHOWN) + " more" : "";
            throw new AnnexException("The portal does not start with this login to the database: "
                    + String.join(", ", faults.subList(0, Math.min(SHOWN, faults.size()))) + more
                    + ". docs/database.md says under \"The portal's role\" how it is made");
        }
    }

    private List<String> faults() {
        try {
            return jdbc.sql(FAULTS).query(String.class).list();
        } catch (DataAccessException e) {
            throw new AnnexException(
                    "The database does not let the portal in: see spring.datasource.url, username and password ("
                            + e.getClass().getSimpleName() + ")",
                    e);
        }
    }
}
