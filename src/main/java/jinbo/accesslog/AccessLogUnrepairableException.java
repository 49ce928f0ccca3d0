package jinbo.accesslog;

/** The access log cannot go on with what stands in it, whoever decides so: it has to be put right, or restored. */
public final class AccessLogUnrepairableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String where;

    AccessLogUnrepairableException(String problem, String where) {
        super("The access log cannot go on with what stands in it: " + problem + " (" + where
                + "). Restore the database from a back-up and accept what it lacks, or let the database's owner put the rows"
                + " right; \"audit check\" tells what is wrong. Nothing was decided");
        this.where = where;
    }

    /** Which entry or place. */
    public String where() {
        return where;
    }
}
