package jinbo.platform.csv;

import java.io.IOException;

/** A row of a table is not CSV (RFC 4180), or is too long. The message does not quote the table. */
public final class CsvSyntaxException extends IOException {

    private final long line;

    CsvSyntaxException(long line) {
        super("The row that begins on line " + line + " is not CSV, or is too long");
        this.line = line;
    }

    public long line() {
        return line;
    }
}
