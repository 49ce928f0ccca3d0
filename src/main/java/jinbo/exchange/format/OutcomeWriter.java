package jinbo.exchange.format;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Writes an outcome ({@code outcome/v1}): the findings of an upload, one row for each line, column and code. */
public final class OutcomeWriter implements Closeable {

    private final CsvWriter csv;
    private final MessageLanguage language;

    public OutcomeWriter(OutputStream out, MessageLanguage language) {
        this.csv = CsvWriter.builder()
                .lineDelimiter(LineDelimiter.CRLF)
                .bufferSize(1 << 16)
                .build(out, StandardCharsets.UTF_8);
        this.language = language;
        csv.writeRecord(OutcomeReader.COLUMNS);
    }

    public void write(Finding finding) {
        write(finding, finding.message(language));
    }

    /** Writes a finding whose message is followed by the operator's reason. */
    public void writeWithReason(Finding finding, String reason) {
        write(finding, finding.message(language) + " " + reason);
    }

    private void write(Finding finding, String message) {
        FindingCode code = finding.code();
        String line =
                finding.line().isPresent() ? Integer.toString(finding.line().getAsInt()) : "";
        csv.writeRecord(line, finding.column().orElse(""), code.severity().name(), code.name(), message);
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }
}
