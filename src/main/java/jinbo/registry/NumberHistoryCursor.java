package jinbo.registry;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import jinbo.accesslog.AccessPermit;
import jinbo.accesslog.NumberAccessTemplate;

/**
 * The histories of many numbers in order of the numbers, read by cursor: memory holds one number at a time. The gate to the
 * numbers must be open on the connection ({@link NumberAccessTemplate#open(AccessPermit, Connection, NumberAccessTemplate.Work)}).
 */
public final class NumberHistoryCursor implements AutoCloseable {

    /** Past every number. */
    public static final long END = Long.MAX_VALUE;

    private static final int FETCH_ROWS = 10_000;

    private final PreparedStatement statement;
    private final ResultSet rows;
    private final RegistrationRowReader row;
    private final KnownInsurers known;
    private long mobile;
    private long read;
    private boolean possible = true;
    private String place = "";

    private NumberHistoryCursor(PreparedStatement statement, KnownInsurers known) throws SQLException {
        this.statement = statement;
        this.known = known;
        statement.setFetchSize(FETCH_ROWS);
        this.rows = statement.executeQuery();
        this.row = new RegistrationRowReader(rows, known);
        advance();
    }

    /** @param connection in a transaction, else the driver would fetch all rows at once */
    public static NumberHistoryCursor ofAll(Connection connection) throws SQLException {
        return new NumberHistoryCursor(
                connection.prepareStatement(RegistrationRowReader.OF_ALL), KnownInsurers.read(connection));
    }

    static NumberHistoryCursor of(Connection connection, KnownInsurers known, long number) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(RegistrationRowReader.OF_ONE);
        statement.setLong(1, number);
        return new NumberHistoryCursor(statement, known);
    }

    static NumberHistoryCursor of(Connection connection, KnownInsurers known, Long... numbers) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(RegistrationRowReader.OF_SOME);
        statement.setArray(1, connection.createArrayOf("bigint", numbers));
        return new NumberHistoryCursor(statement, known);
    }

    /** Of the numbers that may have changed on a list. */
    static NumberHistoryCursor ofTouched(Connection connection, KnownInsurers known, TouchedNumbers touched)
            throws SQLException {
        return new NumberHistoryCursor(touched.statement(connection), known);
    }

    /** The number that comes next; {@link #END} if there is none. */
    public long mobile() {
        return mobile;
    }

    /** The history of {@link #mobile}; goes on to the next number. */
    public NumberHistory next() throws SQLException {
        long of = mobile;
        List<Registration> registrations = new ArrayList<>(known.successions());
        possible = true;
        while (mobile == of) {
            possible &= row.addTo(registrations);
            place = row.place();
            advance();
        }
        if (!known.successions().isEmpty()) {
            registrations.sort(Comparator.comparingLong(
                    registration -> registration.stamp().revision()));
        }
        return new NumberHistory(registrations, known.scopes());
    }

    /** Where the last registration of the last history stands. */
    public String place() {
        return place;
    }

    /** Whether the last history held only what can be: a block that ends before it begins was written past the program. */
    public boolean isPossible() {
        return possible;
    }

    /** How many registrations have gone by. */
    public long read() {
        return read;
    }

    @Override
    public void close() throws SQLException {
        statement.close();
    }

    private void advance() throws SQLException {
        boolean another = rows.next();
        mobile = another ? rows.getLong(1) : END;
        read += another ? 1 : 0;
    }
}
