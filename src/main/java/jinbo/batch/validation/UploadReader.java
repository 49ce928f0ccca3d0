package jinbo.batch.validation;

import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.charset.CharacterCodingException;
import java.util.function.Function;
import jinbo.exchange.format.Finding;
import jinbo.exchange.format.FindingCode;
import jinbo.exchange.format.UploadColumn;

/** Reads an upload in CSV: decodes the text, reads the header, and validates row by row. */
record UploadReader(UploadEncoding encoding, UploadLimits limits) {

    /** Validates a stream. A refusal mostly ends the reading early, so that the rest of the stream is left. */
    <C extends UploadColumn> UploadValidationResult read(
            InputStream clear, C[] columns, Function<Header<C>, RowRules<C, ?>> rules) throws IOException {
        StrictDecodingReader decoder = new StrictDecodingReader(clear, encoding);
        int line = 1;
        try {
            UploadRows rows = UploadRows.open(decoder, limits);
            try {
                return validate(rows, columns, rules);
            } catch (UploadTextException fault) {
                if (encoding == UploadEncoding.UTF_8
                        && !decoder.hasByteOrderMark()
                        && fault.finding().code() == FindingCode.TEXT_INVALID) {
                    // a byte further on that is not UTF-8 means that the whole file is GB18030
                    decoder.transferTo(Writer.nullWriter());
                }
                throw fault;
            } finally {
                line = rows.line();
            }
        } catch (CharacterCodingException undecodable) {
            if (encoding == UploadEncoding.UTF_8 && !decoder.hasByteOrderMark()) {
                return new UploadValidationResult.RetryWithEncoding(UploadEncoding.GB18030);
            }
            return new UploadValidationResult.Refused(Finding.atLine(line, FindingCode.TEXT_INVALID));
        } catch (UploadTextException fault) {
            return new UploadValidationResult.Refused(fault.finding());
        }
    }

    private <C extends UploadColumn> UploadValidationResult validate(
            UploadRows rows, C[] columns, Function<Header<C>, RowRules<C, ?>> rulesFor) throws IOException {
        if (!rows.hasNext()) {
            return new UploadValidationResult.Refused(Finding.ofFile(FindingCode.EMPTY));
        }
        UploadRow header = rows.next();
        int line = header.line();
        Header.Reading<C> reading = Header.read(header, columns);
        if (reading instanceof Header.Unsound<C> unsound) {
            Finding finding = unsound.finding();
            return new UploadValidationResult.Refused(
                    rows.wrongSeparator(line, columns).map(finding::because).orElse(finding));
        }
        RowRules<C, ?> rules = rulesFor.apply(((Header.Sound<C>) reading).header());
        long count = 0;
        while (rows.hasNext()) {
            UploadRow row = rows.next();
            if (count == limits.maxRows()) {
                return new UploadValidationResult.Refused(Finding.atLine(row.line(), FindingCode.TOO_LARGE));
            }
            count++;
            rules.validate(row);
        }
        return rules.result();
    }

    /** The text cannot be read from this line on, so the whole file is refused. */
    static final class UploadTextException extends IOException {

        private final transient FindingCode code;
        private final int line;

        UploadTextException(FindingCode code, int line) {
            super(code + " at line " + line);
            this.code = code;
            this.line = line;
        }

        Finding finding() {
            return Finding.atLine(line, code);
        }
    }
}
