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
}
