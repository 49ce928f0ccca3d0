package jinbo.batch.validation;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** The encodings that an upload without byte order mark may have. */
public enum UploadEncoding {
    /** Tried first, because text in another encoding is almost never valid UTF-8. */
    UTF_8(StandardCharsets.UTF_8),
    /** The encoding in which a Chinese Excel writes CSV; GBK and GB2312 are parts of it. */
    GB18030(Charset.forName("GB18030"));

    private final Charset charset;

    UploadEncoding(Charset charset) {
        this.charset = charset;
    }

    Charset charset() {
        return charset;
    }
}
