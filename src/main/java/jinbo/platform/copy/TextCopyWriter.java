package jinbo.platform.copy;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;

/**
 * Sends rows to PostgreSQL in the <a href="https://www.postgresql.org/docs/18/sql-copy.html">text COPY format</a>, a
 * mebibyte at a time. In between, the connection can be used for other statements.
 */
public final class TextCopyWriter {

    private static final int BUFFER_BYTES = 1 << 20;
    private static final int LONGEST_FIELD = 4096;

    private final CopyCommand command;
    private final byte[] buffer = new byte[BUFFER_BYTES + 16 * LONGEST_FIELD];
    private int length;
    private boolean midRow;
    private long rows;

    /** @param table the name with columns, for example {@code finding (line, code)} */
    public TextCopyWriter(Connection connection, String table) {
        this.command = new CopyCommand(connection, "COPY " + table + " FROM STDIN");
    }

    public TextCopyWriter add(long value) {
        separate();
        for (char digit : Long.toString(value).toCharArray()) {
            buffer[length++] = (byte) digit;
        }
        return this;
    }

    /** @param value at most 4096 bytes in UTF-8 */
    public TextCopyWriter add(String value) {
        separate();
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > LONGEST_FIELD) {
            throw new IllegalArgumentException("A field of " + bytes.length + " bytes is too long for a bulk row");
        }
        for (byte b : bytes) {
            put(b);
        }
        return this;
    }

    public TextCopyWriter addNull() {
        separate();
        buffer[length++] = '\\';
        buffer[length++] = 'N';
        return this;
    }

    public void endRow() {
        buffer[length++] = '\n';
        midRow = false;
        rows++;
        if (length >= BUFFER_BYTES) {
            flush();
        }
    }

    public long rows() {
        return rows;
    }

    /** @throws CopyCommand.BulkWriteException if the server refuses the rows, or does not answer */
    public void flush() {
        if (length > 0) {
            command.send(buffer, length);
            length = 0;
        }
    }

    private void separate() {
        if (midRow) {
            buffer[length++] = '\t';
        }
        midRow = true;
    }

    private void put(byte b) {
        switch (b) {
            case '\\' -> escape('\\');
            case '\n' -> escape('n');
            case '\r' -> escape('r');
            case '\t' -> escape('t');
            default -> buffer[length++] = b;
        }
    }

    private void escape(char letter) {
        buffer[length++] = '\\';
        buffer[length++] = (byte) letter;
    }
}
