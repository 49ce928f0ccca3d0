package jinbo.batch.validation;

/**
 * One record of an upload, its fields without the blanks around them. The same object is filled again for each record, so
 * that ten million of them make no garbage; nothing of it outlives the record.
 */
final class UploadRow {

    /** One more than the columns of answers to cases, which have the most: whoever has that many has one that is unknown or doubled. */
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

    /** The physical line on which the record starts. */
    int line() {
        return line;
    }

    /** How many fields the record has, kept or not. */
    int fieldCount() {
        return fieldCount;
    }

    /** Whether its quotes are not what RFC 4180 allows. */
    boolean broken() {
        return broken;
    }

    /** Whether no field has anything in it, as in the rows of separators that a spreadsheet leaves behind. */
    boolean blank() {
        return blank && !broken;
    }

    /** A field, valid until the next record. */
    CharSequence field(int index) {
        return fields[index];
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
