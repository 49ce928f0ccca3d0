package jinbo.batch.validation;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jinbo.batch.validation.UploadReader.UploadTextException;
import jinbo.exchange.format.Finding.FindingCause;
import jinbo.exchange.format.FindingCode;
import jinbo.exchange.format.UploadColumn;

/** The records of an upload's text one after the other, without those that are wholly blank. */
final class UploadRows {

    private static final int PARSER_READS = 8192;

    private final SeparatorDetectingReader text;
    private final CsvSyntaxFilterReader guard;
    private final Iterator<UploadRow> records;

    private UploadRows(SeparatorDetectingReader text, CsvSyntaxFilterReader guard, Iterator<UploadRow> records) {
        this.text = text;
        this.guard = guard;
        this.records = records;
    }

    // FastCSV will take the option away and names nothing in its place; what it lets pass the guard has judged
    @SuppressWarnings("removal")
    static UploadRows open(Reader text, UploadLimits limits) throws IOException {
        SeparatorDetectingReader separated = new SeparatorDetectingReader(text);
        char separator = separated.separator();
        CsvSyntaxFilterReader guard = new CsvSyntaxFilterReader(separated, separator, limits.maxRecordChars());
        CsvReader<UploadRow> parser = CsvReader.builder()
                .fieldSeparator(separator)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowExtraCharsAfterClosingQuote(true)
                .maxBufferSize(limits.maxRecordChars() + 2 * PARSER_READS)
                .build(new Filling(new UploadRow(limits.maxRecordChars())), guard);
        return new UploadRows(separated, guard, parser.iterator());
    }

    /** The physical line that reading has got to. */
    int line() {
        return guard.line();
    }

    /** What separates the columns on the line of an unsound header, where that is seen and is not read. */
    Optional<FindingCause> wrongSeparator(int line, UploadColumn[] columns) {
        return text.wrongSeparator(line, columns);
    }

    boolean hasNext() throws IOException {
        try {
            return records.hasNext();
        } catch (UncheckedIOException failed) {
            throw failed.getCause();
        } catch (CsvParseException wrapped) {
            if (wrapped.getCause() instanceof Error error) {
                throw error;
            }
            if (wrapped.getCause() instanceof RuntimeException cause && !(cause instanceof CsvParseException)) {
                throw cause;
            }
            throw new UploadTextException(FindingCode.TOO_LARGE, guard.line());
        }
    }

    /** The next record, to be used before the one after it is asked for. */
    UploadRow next() {
        return records.next();
    }

    /** Fills the row from the parser's buffer; a blank record is none, which is what the parser understands by null. */
    private static final class Filling extends AbstractBaseCsvCallbackHandler<UploadRow> {

        private final UploadRow row;

        Filling(UploadRow row) {
            this.row = row;
        }

        @Override
        protected void handleBegin(long startingLineNumber) {
            row.begin((int) startingLineNumber);
        }

        @Override
        protected void handleField(int index, char[] buffer, int offset, int length, boolean quoted) {
            row.add(buffer, offset, length, quoted);
        }

        @Override
        @SuppressWarnings("NullAway")
        protected UploadRow buildRecord() {
            return row.blank() ? null : row;
        }
    }

    /**
     * Text whose separator has been found out by a look at its beginning, which is then read again from memory.
     *
     * <p>Excel writes tabs where it writes UTF-16, and with "Text (Tab delimited)" in any encoding. No column's name
     * holds a comma or a tab, so the first of either decides.
     */
    static final class SeparatorDetectingReader extends Reader {

        private static final int PEEKED = 8192;
        private static final Pattern EXCELS_LINE = Pattern.compile("\\s*\"?sep=", Pattern.CASE_INSENSITIVE);
        private static final Pattern ANY_SEPARATOR = Pattern.compile("[,\t;|\uFF0C]");

        private final Reader text;
        private final char[] start = new char[PEEKED];
        private final int startLength;
        private int startRead;

        SeparatorDetectingReader(Reader text) throws IOException {
            this.text = text;
            this.startLength = Math.max(0, text.read(start, 0, PEEKED));
        }

        /**
         * What stands on a line of the beginning instead of a separator that is read: known by the columns between, or
         * where the line has no comma and no tab at all.
         *
         * @param line its physical number, from 1
         */
        Optional<FindingCause> wrongSeparator(int line, UploadColumn[] columns) {
            String header = new String(start, 0, startLength)
                    .lines()
                    .skip(line - 1L)
                    .findFirst()
                    .orElse("");
            if (EXCELS_LINE.matcher(header).lookingAt()) {
                return Optional.of(FindingCause.SEPARATOR_LINE);
            }
            boolean unseparated = header.indexOf(',') < 0 && header.indexOf('\t') < 0;
            if (!unseparated && !Stream.of(ANY_SEPARATOR.split(header)).allMatch(part -> isColumn(part, columns))) {
                return Optional.empty();
            }
            return header.chars()
                    .mapToObj(SeparatorDetectingReader::causeOf)
                    .flatMap(Optional::stream)
                    .findFirst();
        }

        private static boolean isColumn(String part, UploadColumn[] columns) {
            return UploadColumn.named(part.strip().replace("\"", ""), columns).isPresent();
        }

        private static Optional<FindingCause> causeOf(int character) {
            return switch (character) {
                case ';' -> Optional.of(FindingCause.SEMICOLON);
                case '|' -> Optional.of(FindingCause.PIPE);
                case '\uFF0C' -> Optional.of(FindingCause.FULL_WIDTH_COMMA);
                default -> Optional.empty();
            };
        }

        char separator() {
            for (int i = 0; i < startLength; i++) {
                if (start[i] == ',' || start[i] == '\t') {
                    return start[i];
                }
            }
            return ',';
        }

        @Override
        public int read(char[] into, int offset, int length) throws IOException {
            if (startRead == startLength) {
                return text.read(into, offset, length);
            }
            int count = Math.min(length, startLength - startRead);
            System.arraycopy(start, startRead, into, offset, count);
            startRead += count;
            return count;
        }

        @Override
        public void close() throws IOException {
            text.close();
        }
    }
}
