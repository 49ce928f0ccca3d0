package jinbo.batch.validation;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Encodings of files without byte order mark. */
public enum UploadEncoding {
    /** Tried first: text in another encoding is almost never valid UTF-8. */
    UTF_8(StandardCharsets.UTF_8),
    /** Chinese Excel's encoding of plain CSV; includes GBK and GB2312. */
    GB18030(Charset.forName("GB18030"));

    private final Charset charset;

    UploadEncoding(Charset charset) {
        this.charset = charset;
    }

    Charset charset() {
        return charset;
    }
}
