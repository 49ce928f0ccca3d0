package jinbo.registry;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import jinbo.registry.RegistryChanges.TouchedNumbers;

/** Reads the histories of many numbers in order, from a database cursor; the gate must be open on the connection. */
public final class NumberHistoryCursor implements AutoCloseable {

    /** Greater than every number. */
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

    /** @param connection must be in a transaction; otherwise the driver fetches all rows at once */
    public static NumberHistoryCursor ofAll(Connection connection) throws SQLException {
        return new NumberHistoryCursor(
                connection.prepareStatement(RegistrationRowReader.OF_ALL), KnownInsurers.read(connection));
    }

    static NumberHistoryCursor of(Connection connection, KnownInsurers known, long number) throws SQLException {
        return new NumberHistoryCursor(NumberSql.prepare(connection, RegistrationRowReader.OF_ONE, number), known);
    }

    static NumberHistoryCursor of(Connection connection, KnownInsurers known, List<Long> numbers) throws SQLException {
        return new NumberHistoryCursor(
                NumberSql.prepare(connection, RegistrationRowReader.OF_SOME, NumberSql.bigints(numbers)), known);
    }

    static NumberHistoryCursor ofTouched(Connection connection, KnownInsurers known, TouchedNumbers touched)
            throws SQLException {
        return new NumberHistoryCursor(touched.statement(connection), known);
    }

    /** The number of the next history; {@link #END} at the end. */
    public long mobile() {
        return mobile;
    }

    /** Returns the history of {@link #mobile} and advances to the next number. */
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

    /** The place of the last registration that {@link #next} has read: its revision and its row in the upload. */
    public String place() {
        return place;
    }

    /** False if the last history had an impossible row, for example a block that ends before it begins. */
    public boolean isPossible() {
        return possible;
    }

    /** How many registrations were read. */
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
