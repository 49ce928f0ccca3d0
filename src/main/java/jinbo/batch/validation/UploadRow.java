package jinbo.batch.validation;

/** One row of an upload, with trimmed fields. The object is used again for the next row, to avoid garbage. */
final class UploadRow {

    /** One more than any format has columns, which is enough to detect an unknown or repeated column. */
    private static final int FIELDS_KEPT = 12;

    private final char[] chars;
    private final Field[] fields = new Field[FIELDS_KEPT];
    private int used;
    private int line;
    private int fieldCount;
    private boolean broken;
    private boolean blank;

    UploadRow(int maxChars) {
        chars = new char[maxChars];
        for (int i = 0; i < FIELDS_KEPT; i++) {
            fields[i] = new Field();
        }
    }

    void begin(int startingLine) {
        line = startingLine;
        used = 0;
        fieldCount = 0;
        broken = false;
        blank = true;
    }

    void add(char[] buffer, int offset, int length, boolean quoted) {
        int end = offset + length;
        if (quoted && length > 0 && buffer[end - 1] == CsvSyntaxFilterReader.ERROR_MARK) {
            broken = true;
        }
        int start = offset;
        while (start < end && isBlank(buffer[start])) {
            start++;
        }
        while (end > start && isBlank(buffer[end - 1])) {
            end--;
        }
        blank &= start == end;
        if (fieldCount < FIELDS_KEPT) {
            System.arraycopy(buffer, start, chars, used, end - start);
            fields[fieldCount].start = used;
            fields[fieldCount].length = end - start;
            used += end - start;
        }
        fieldCount++;
    }

    /** Returns the line of the file on which the row begins, counted from 1. */
    int line() {
        return line;
    }

    /** Returns the number of all fields, including those that are not stored. */
    int fieldCount() {
        return fieldCount;
    }

    /** True if the quotation marks violate RFC 4180. */
    boolean broken() {
        return broken;
    }

    /** True if all fields are empty, as in the last rows of a spreadsheet. */
    boolean blank() {
        return blank && !broken;
    }

    /** Returns a field, which is valid until the next row is read. */
    CharSequence field(int index) {
        return fields[index];
    }

    /** Converts only ASCII letters, because some other letters become an ASCII letter in upper case. */
    static String toAsciiUpperCase(CharSequence text) {
        StringBuilder upper = new StringBuilder(text);
        for (int i = 0; i < upper.length(); i++) {
            char letter = upper.charAt(i);
            upper.setCharAt(i, letter >= 'a' && letter <= 'z' ? (char) (letter - 'a' + 'A') : letter);
        }
        return upper.toString();
    }

    private static boolean isBlank(char character) {
        if (character > ' ' && character < 0x7F) {
            return false;
        }
        return Character.isWhitespace(character)
                || Character.isSpaceChar(character)
                || Character.getType(character) == Character.FORMAT;
    }

    private final class Field implements CharSequence {

        private int start;
        private int length;

        @Override
        public int length() {
            return length;
        }

        @Override
        public char charAt(int index) {
            if (index < 0 || index >= length) {
                throw new StringIndexOutOfBoundsException(index);
            }
            return chars[start + index];
        }

        @Override
        public CharSequence subSequence(int from, int to) {
            return toString().subSequence(from, to);
        }

        @Override
        public String toString() {
            return new String(chars, start, length);
        }
    }
}
