package jinbo.operator.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** A text table with aligned columns; a Chinese character takes two places on a terminal. */
final class Columns {

    private static final String GAP = "  ";

    private final List<List<String>> rows = new ArrayList<>();

    void row(List<String> cells) {
        rows.add(cells.stream().map(Page::plain).toList());
    }

    /** The lines, without trailing blanks. Paint must not change the width of a cell. */
    List<String> lines(UnaryOperator<String> paint) {
        int[] widths = new int[rows.stream().mapToInt(List::size).max().orElse(0)];
        for (List<String> row : rows) {
            for (int i = 0; i < row.size(); i++) {
                widths[i] = Math.max(widths[i], width(row.get(i)));
            }
        }
        return rows.stream().map(row -> line(row, widths, paint)).toList();
    }

    static int width(String text) {
        return text.codePoints().map(c -> isWide(c) ? 2 : 1).sum();
    }

    private static String line(List<String> row, int[] widths, UnaryOperator<String> paint) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < row.size(); i++) {
            String cell = row.get(i);
            line.append(paint.apply(cell))
                    .append(" ".repeat(widths[i] - width(cell)))
                    .append(GAP);
        }
        return line.toString().stripTrailing();
    }

    /** East Asian wide and full-width characters that occur (Unicode Standard Annex 11). */
    private static boolean isWide(int c) {
        return c >= 0x1100 && c <= 0x115F
                || c >= 0x2E80 && c <= 0xA4CF
                || c >= 0xAC00 && c <= 0xD7A3
                || c >= 0xF900 && c <= 0xFAFF
                || c >= 0xFE30 && c <= 0xFE6F
                || c >= 0xFF00 && c <= 0xFF60
                || c >= 0xFFE0 && c <= 0xFFE6
                || c >= 0x1F300 && c <= 0x1FAFF
                || c >= 0x20000 && c <= 0x3FFFD;
    }
}
