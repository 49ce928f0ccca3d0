package jinbo.batch.validation;

import java.time.LocalDate;

/**
 * @param receivedOn day of receipt in Beijing, against which dates are checked
 * @param encoding encoding of a file without byte order mark
 * @param allNeedsConsent setting {@code all-needs-consent}: rows for all insurers need the consumer's consent
 */
public record UploadContext(LocalDate receivedOn, SoldLines lines, UploadEncoding encoding, boolean allNeedsConsent) {

    /** The context of the first reading, as UTF-8. */
    public static UploadContext firstReading(LocalDate receivedOn, SoldLines lines, boolean allNeedsConsent) {
        return new UploadContext(receivedOn, lines, UploadEncoding.UTF_8, allNeedsConsent);
    }

    public UploadContext withEncoding(UploadEncoding other) {
        return new UploadContext(receivedOn, lines, other, allNeedsConsent);
    }
}
