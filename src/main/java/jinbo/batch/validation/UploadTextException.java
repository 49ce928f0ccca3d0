package jinbo.batch.validation;

import java.io.IOException;
import jinbo.exchange.format.Finding;
import jinbo.exchange.format.FindingCode;

/** The text cannot be read on from a line; ends the whole file. */
final class UploadTextException extends IOException {

    private static final long serialVersionUID = 1L;

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
