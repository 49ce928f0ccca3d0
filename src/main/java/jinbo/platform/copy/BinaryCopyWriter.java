package jinbo.platform.copy;

import java.nio.ByteBuffer;
import java.sql.Connection;

/**
 * Sends rows to PostgreSQL in the <a href="https://www.postgresql.org/docs/18/sql-copy.html">binary COPY format</a>,
 * about a mebibyte at a time. Values must be added in the order of the columns, and must have their exact types.
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

    /** @param table the name with columns, for example {@code registration_page (batch, thousand)} */
    public BinaryCopyWriter(Connection connection, String table, int columns) {
        this(connection, table, columns, 0);
    }

    /** @param mostBytes the largest total size of a row's {@code bytea} and {@code text} columns */
    public BinaryCopyWriter(Connection connection, String table, int columns, int mostBytes) {
        this.command = new CopyCommand(connection, "COPY " + table + " FROM STDIN (FORMAT binary)");
        this.columns = (short) columns;
        this.longestRow = Short.BYTES + columns * (Integer.BYTES + Long.BYTES) + mostBytes + Short.BYTES;
        begin();
    }

    /** Begins a row; sends the earlier rows if the buffer is full. */
    public BinaryCopyWriter row() {
        if (buffer.remaining() < longestRow) {
            flush();
        }
        buffer.putShort(columns);
        return this;
    }

    public BinaryCopyWriter add(long value) {
        buffer.putInt(Long.BYTES).putLong(value);
        return this;
    }

    /** Adds an {@code int}, or a {@code date} as days since 2000-01-01. */
    public BinaryCopyWriter add(int value) {
        buffer.putInt(Integer.BYTES).putInt(value);
        return this;
    }

    /** Adds a buffer's bytes from 0 to its position as a {@code bytea}, or as a {@code text} in UTF-8. */
    public BinaryCopyWriter add(ByteBuffer value) {
        buffer.putInt(value.position()).put(value.array(), 0, value.position());
        return this;
    }

    public void flush() {
        if (buffer.position() > HEADER_BYTES) {
            buffer.putShort(END);
            command.send(buffer.array(), buffer.position());
            begin();
        }
    }

    private void begin() {
        buffer.clear().put(SIGNATURE).putInt(0).putInt(0);
    }
}
