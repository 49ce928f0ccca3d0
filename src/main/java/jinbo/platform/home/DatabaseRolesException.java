package jinbo.platform.home;

/** The database lacks the roles that keep phone numbers behind the access log. */
public final class DatabaseRolesException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String fault;

    DatabaseRolesException(String fault) {
        super(
                "The database is not set up: " + fault
                        + "; a superuser runs the SQL under \"Roles\", or for a database of an earlier version that under \"Changing\", of docs/operators/database.md; then start again");
        this.fault = fault;
    }

    /** What is missing. */
    public String fault() {
        return fault;
    }
}
