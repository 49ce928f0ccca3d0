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

/** Iterates over the rows of an upload, without blank ones. */
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

    // FastCSV deprecates the option without a replacement; the filter has already checked the text
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

    /** Returns the current line of the file, counted from 1. */
    int line() {
        return guard.line();
    }

    /** Returns which unsupported separator an invalid header has, if that can be recognized. */
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

    /** Returns the next row, which is valid until the next call. */
    UploadRow next() {
        return records.next();
    }

    /** Fills the row from the parser's buffer. The parser skips rows for which {@code buildRecord} returns null. */
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
     * Finds out whether commas or tabs separate the fields: Excel writes tabs in UTF-16 and as "Text (Tab delimited)".
     * The first comma or tab decides, because no column's name has one.
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

        /** Recognizes an unsupported separator by the columns between, or if the header has neither comma nor tab. */
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
