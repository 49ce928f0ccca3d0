package jinbo.consumer.portal.remote;

import java.util.List;
import javax.sql.DataSource;
import jinbo.consumer.portal.remote.RemotePortalException.RemotePortalError;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Verifies that a remote portal's database login can do nothing but put requests into the queue and take answers. */
final class PortalLogin {

    private static final int SHOWN = 10;

    /** Finds the privileges that the login must not have, and those that it lacks; a sentence in each row. */
    private static final String FAULTS = """
            with ours as (
                select oid, nspname from pg_namespace where nspname !~ '^pg_' and nspname <> 'information_schema'
            ), asking (function) as (
                values ('put_portal_request(uuid, text, integer)'), ('withdraw_portal_request(uuid)'), ('take_portal_response(uuid)')
            ), functions as (
                select p.oid, format('%s(%s)', p.proname, oidvectortypes(p.proargtypes)) as function
                from pg_proc p join ours on ours.oid = p.pronamespace
            )
            select 'it is a superuser' from pg_roles where rolname = current_user and rolsuper
            union all
            select 'it may make roles or databases, replicate, or read past row security' from pg_roles
            where rolname = current_user and (rolcreaterole or rolcreatedb or rolreplication or rolbypassrls)
            union all
            select 'it is a member of the role ' || g.rolname from pg_auth_members m
            join pg_roles g on g.oid = m.roleid
            join pg_roles r on r.oid = m.member
            where r.rolname = current_user and g.rolname <> 'jinbo_portal'
            union all
            select 'it may use the relation ' || c.oid::regclass from pg_class c join ours on ours.oid = c.relnamespace
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
            select 'it may write into the write-ahead log (' || proname || ')' from pg_proc
            where pronamespace = 'pg_catalog'::regnamespace and proname = 'pg_logical_emit_message'
              and has_function_privilege(oid, 'execute')
            union all
            select 'it may not call ' || a.function from asking a
            where not exists (select from functions f where f.function = a.function and has_function_privilege(f.oid, 'execute'))
            """;

    /** Finds the limits that are missing for the login; a sentence in each row. */
    private static final String LIMITS_MISSING = """
            select 'temp_file_limit is ' || setting || ' kB' from pg_settings
            where name = 'temp_file_limit' and setting::bigint not between 0 and 65536
            union all
            select 'it may set temp_file_limit' where has_parameter_privilege('temp_file_limit', 'set')
            union all
            select 'it may open any number of connections' from pg_roles where rolname = current_user and rolconnlimit < 0
            union all
            select 'its errors are written into the log of the server' from pg_settings
            where name = 'log_min_messages' and setting not in ('log', 'fatal', 'panic')
            union all
            select 'nobody ends its sessions that stay in a transaction, because ' || p.proowner::regrole || ' is no member of it'
            from pg_proc p where p.proname = 'put_portal_request' and not pg_has_role(p.proowner, current_user, 'usage')
            union all
            select 'nobody ends its sessions that stay in a transaction, because it is not called jinbo_portal'
            where current_user <> 'jinbo_portal'
            union all
            select 'it may use the database ' || datname || ', too' from pg_database
            where datallowconn and datname <> current_database() and has_database_privilege(oid, 'connect')
            """;

    private static final Logger LOG = LoggerFactory.getLogger(PortalLogin.class);

    private final JdbcClient jdbc;

    PortalLogin(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    /** @throws RemotePortalException if the login has too many or too few privileges, or cannot connect */
    void verify() {
        List<String> faults = query(FAULTS);
        if (!faults.isEmpty()) {
            throw faults.size() > SHOWN
                    ? new RemotePortalException(
                            RemotePortalError.LOGIN_UNFIT_IN_MORE, faults.subList(0, SHOWN), faults.size() - SHOWN)
                    : new RemotePortalException(RemotePortalError.LOGIN_UNFIT, faults);
        }
        List<String> missing = missingLimits();
        if (!missing.isEmpty()) {
            LOG.warn(
                    "An attacker who controls the portal could fill the database server: {}. To limit its login, see"
                            + " \"The portal's role\" in docs/operators/database.md",
                    shown(missing));
        }
    }

    List<String> missingLimits() {
        return query(LIMITS_MISSING);
    }

    private static String shown(List<String> faults) {
        String more = faults.size() > SHOWN ? ", and " + (faults.size() - SHOWN) + " more" : "";
        return String.join(", ", faults.subList(0, Math.min(SHOWN, faults.size()))) + more;
    }

    private List<String> query(String query) {
        try {
            return jdbc.sql(query).query(String.class).list();
        } catch (DataAccessException e) {
            throw new RemotePortalException(
                            RemotePortalError.NOT_LET_IN, e.getClass().getSimpleName())
                    .causedBy(e);
        }
    }
}
