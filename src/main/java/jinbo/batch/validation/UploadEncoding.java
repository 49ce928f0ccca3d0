package jinbo.batch.validation;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** What a file without a byte order mark is read as. */
public enum UploadEncoding {
    /** Tried first: text in another encoding is practically never valid UTF-8. */
    UTF_8(StandardCharsets.UTF_8),
    /** What Chinese Excel saves as plain CSV; GBK and GB2312 are part of it. */
    GB18030(Charset.forName("GB18030"));

    private final Charset charset;

    UploadEncoding(Charset charset) {
        this.charset = charset;
    }

    Charset charset() {
        return charset;
    }
}
