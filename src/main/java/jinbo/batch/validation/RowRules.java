package jinbo.batch.validation;

import java.io.IOException;

/** The rules of one format for the rows of one upload. */
interface RowRules {

    /** Judges the next row. */
    void judge(UploadRow row) throws IOException;

    /** What the rows so far came to. */
    UploadValidationResult.Complete result();
}
