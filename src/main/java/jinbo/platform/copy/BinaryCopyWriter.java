package jinbo.platform.copy;

import java.nio.ByteBuffer;
import java.sql.Connection;

/**
 * Sends rows of numbers and dates in PostgreSQL's binary COPY format, which the server need not parse, about a mebibyte at a time.
 * The caller adds the values of a row in the order of its columns, each as wide as its column's type.
 *
 * <p>Format: <a href="https://www.postgresql.org/docs/18/sql-copy.html">COPY, "Binary Format"</a>.
 */
public final class BinaryCopyWriter {

    private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0};
    private static final int HEADER_BYTES = SIGNATURE.length + 2 * Integer.BYTES;
    private static final short END = -1;
    private static final int BUFFER_BYTES = 1 << 20;

    private final CopyCommand command;
    private final short columns;
    private final int longestRow;
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES);

    /**
     * @param connection an open connection whose transaction the caller ends
     * @param table the target with its columns, for example {@code registration_page (batch, thousand)}
     */
    public BinaryCopyWriter(Connection connection, String table, int columns) {
        this(connection, table, columns, 0);
    }

    /**
     * With columns of bytes.
     *
     * @param mostBytes how many bytes a row's {@code bytea} and {@code text} columns have together at most
     */
    public BinaryCopyWriter(Connection connection, String table, int columns, int mostBytes) {
        this.command = new CopyCommand(connection, "COPY " + table + " FROM STDIN (FORMAT binary)");
        this.columns = (short) columns;
        this.longestRow = Short.BYTES + columns * (Integer.BYTES + Long.BYTES) + mostBytes + Short.BYTES;
        begin();
    }

    /** Begins a row; what has been collected is sent when there is no room for it. */
    public BinaryCopyWriter row() {
        if (buffer.remaining() < longestRow) {
            flush();
        }
        buffer.putShort(columns);
        return this;
    }

    /** Adds a {@code bigint}. */
    public BinaryCopyWriter add(long value) {
        buffer.putInt(Long.BYTES).putLong(value);
        return this;
    }

    /** Adds an {@code int}, or a {@code date} as days since 2000-01-01. */
    public BinaryCopyWriter add(int value) {
        buffer.putInt(Integer.BYTES).putInt(value);
        return this;
    }

    /** Adds a {@code bytea}, or a {@code text} in UTF-8, of the bytes up to the position of a buffer. */
    public BinaryCopyWriter add(ByteBuffer value) {
        buffer.putInt(value.position()).put(value.array(), 0, value.position());
        return this;
    }

    /** @throws CopyCommand.BulkWriteException if the server refuses the rows; the connection is then closed for good */
    public void flush() {
        if (buffer.position() > HEADER_BYTES) {
            buffer.putShort(END);
            command.send(buffer.array(), buffer.position());
            begin();
        }
    }

    /** The signature, no flags, no extension. */
    private void begin() {
        buffer.clear().put(SIGNATURE).putInt(0).putInt(0);
    }
}
