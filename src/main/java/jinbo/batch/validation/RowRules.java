package jinbo.batch.validation;

import java.io.IOException;

interface RowRules {

    void judge(UploadRow row) throws IOException;

    UploadValidationResult.Complete result();
}
