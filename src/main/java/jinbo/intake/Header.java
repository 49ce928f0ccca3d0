package jinbo.intake;

import java.util.Arrays;
import java.util.Optional;
import jinbo.exchange.ComplaintColumn;
import jinbo.exchange.Finding;
import jinbo.exchange.FindingCode;

/** Which column stands where in this upload. */
final class Header {

    private static final int ABSENT = -1;

    private final int fieldCount;
    private final int[] positions;

    private Header(int fieldCount, int[] positions) {
        this.fieldCount = fieldCount;
        this.positions = positions;
    }

    /** Reads the header row. */
    static Reading read(UploadRow row) {
        int[] positions = new int[ComplaintColumn.values().length];
        Arrays.fill(positions, ABSENT);
        if (row.broken() || row.fieldCount() > positions.length) {
            return invalid(row, Optional.empty());
        }
        for (int i = 0; i < row.fieldCount(); i++) {
            Optional<ComplaintColumn> column = ComplaintColumn.of(row.field(i));
            if (column.isEmpty() || positions[column.get().ordinal()] != ABSENT) {
                return invalid(row, column);
            }
            positions[column.get().ordinal()] = i;
        }
        for (ComplaintColumn column : ComplaintColumn.values()) {
            if (column.mandatory() && positions[column.ordinal()] == ABSENT) {
                return invalid(row, Optional.of(column));
            }
        }
        return new Sound(new Header(row.fieldCount(), positions));
    }

    /** Whether a row has as many fields as the header. */
    boolean fits(UploadRow row) {
        return row.fieldCount() == fieldCount;
    }

    /** What a row has in a column; empty where the file has no such column. */
    CharSequence value(UploadRow row, ComplaintColumn column) {
        int position = positions[column.ordinal()];
        return position == ABSENT ? "" : row.field(position);
    }

    private static Reading invalid(UploadRow row, Optional<ComplaintColumn> column) {
        return new Unsound(column.map(named -> Finding.atColumn(row.line(), named, FindingCode.HEADER_INVALID))
                .orElseGet(() -> Finding.atLine(row.line(), FindingCode.HEADER_INVALID)));
    }

    /** What became of reading a header row. */
    sealed interface Reading {}

    record Sound(Header header) implements Reading {}

    record Unsound(Finding finding) implements Reading {}
}
