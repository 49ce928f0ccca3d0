package jinbo.registry;

/**
 * SQL that finds registrations: by number with the database function {@code registrations_on}, or by row of an upload
 * among all registrations of the upload. With {@code lateral} and {@code offset 0} PostgreSQL looks up each number or
 * upload by index; without, it reads the whole table for some dozen numbers.
 */
final class RegistrationSql {

    /** The registrations {@code r} of each number {@code n.mobile}. */
    static final String NUMBER = """
            cross join lateral (select * from registrations_on(n.mobile) offset 0) r
            """;

    /** The registrations that a batch of withdrawals takes back; the format argument is the batch. */
    static final String WITHDRAWN_BY = """
            select r.* from (select distinct withdrawn_batch as batch from withdrawal where batch = %1$s) upload
            cross join lateral (select * from registration where batch = upload.batch offset 0) r
            join (select withdrawn_batch, withdrawn_line from withdrawal where batch = %1$s) w
              on w.withdrawn_batch = r.batch and w.withdrawn_line = r.line
            """;

    /** The scopes of two insurers in all lines; the format arguments are the insurers' ids. */
    static final String OWN_SCOPES = "select scope from block_scope where insurer in (%s, %s)";

    private RegistrationSql() {}
}
