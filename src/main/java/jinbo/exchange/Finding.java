package jinbo.exchange;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * One thing that is wrong with an upload, and where. It never holds what was written there.
 *
 * @param line physical line on which the row starts, the file's first line being 1; empty for a finding about the whole
 *     file that has no place
 * @param column the column's name, where one column is to blame
 * @param code what is wrong
 */
public record Finding(OptionalInt line, Optional<String> column, FindingCode code) {

    /** A finding about a whole file, without a place. */
    public static Finding ofFile(FindingCode code) {
        return new Finding(OptionalInt.empty(), Optional.empty(), code);
    }

    /** A finding about a line as a whole. */
    public static Finding atLine(int line, FindingCode code) {
        return new Finding(OptionalInt.of(line), Optional.empty(), code);
    }

    /** A finding about one column of a line. */
    public static Finding atColumn(int line, UploadColumn column, FindingCode code) {
        return new Finding(OptionalInt.of(line), Optional.of(column.title()), code);
    }
}
