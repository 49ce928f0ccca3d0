package jinbo.batch.validation;

import java.util.Arrays;
import java.util.Optional;
import jinbo.exchange.format.Finding;
import jinbo.exchange.format.FindingCode;
import jinbo.exchange.format.UploadColumn;

/** The header of an upload: at which position each column of the format is. */
final class Header<C extends UploadColumn> {

    private static final int ABSENT = -1;

    private final int fieldCount;
    private final int[] positions;

    private Header(int fieldCount, int[] positions) {
        this.fieldCount = fieldCount;
        this.positions = positions;
    }

    static <C extends UploadColumn> Reading<C> read(UploadRow row, C[] columns) {
        int[] positions = new int[columns.length];
        Arrays.fill(positions, ABSENT);
        if (row.broken() || row.fieldCount() > positions.length) {
            return invalid(row, Optional.empty());
        }
        for (int i = 0; i < row.fieldCount(); i++) {
            Optional<C> column = UploadColumn.named(row.field(i), columns);
            if (column.isEmpty() || positions[column.get().ordinal()] != ABSENT) {
                return invalid(row, column);
            }
            positions[column.get().ordinal()] = i;
        }
        for (C column : columns) {
            if (column.mandatory() && positions[column.ordinal()] == ABSENT) {
                return invalid(row, Optional.of(column));
            }
        }
        return new Sound<>(new Header<>(row.fieldCount(), positions));
    }

    boolean fits(UploadRow row) {
        return row.fieldCount() == fieldCount;
    }

    /** Returns the cell of a row; empty if the file does not have the column. */
    CharSequence value(UploadRow row, C column) {
        int position = positions[column.ordinal()];
        return position == ABSENT ? "" : row.field(position);
    }

    private static <C extends UploadColumn> Reading<C> invalid(UploadRow row, Optional<C> column) {
        return new Unsound<>(column.map(named -> Finding.atColumn(row.line(), named, FindingCode.HEADER_INVALID))
                .orElseGet(() -> Finding.atLine(row.line(), FindingCode.HEADER_INVALID)));
    }

    sealed interface Reading<C extends UploadColumn> {}

    record Sound<C extends UploadColumn>(Header<C> header) implements Reading<C> {}

    record Unsound<C extends UploadColumn>(Finding finding) implements Reading<C> {}
}
