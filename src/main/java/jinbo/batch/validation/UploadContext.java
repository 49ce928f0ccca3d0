package jinbo.batch.validation;

import java.time.LocalDate;

/**
 * What an upload is judged by besides its content.
 *
 * @param receivedOn the day of receipt in Beijing, against which dates are checked
 * @param encoding what to read the file as if it has no byte order mark
 * @param allNeedsConsent whether a row for all insurers needs the consumer's consent, the association's setting
 *     {@code all-needs-consent}
 */
public record UploadContext(LocalDate receivedOn, UploadEncoding encoding, boolean allNeedsConsent) {

    /** The context of a first reading: UTF-8 unless a byte order mark says otherwise. */
    public static UploadContext firstReading(LocalDate receivedOn, boolean allNeedsConsent) {
        return new UploadContext(receivedOn, UploadEncoding.UTF_8, allNeedsConsent);
    }

    /** The context of a first reading with the default settings. */
    public static UploadContext receivedOn(LocalDate day) {
        return new UploadContext(day, UploadEncoding.UTF_8, false);
    }

    /** The same, for a file that turned out to have another encoding. */
    public UploadContext withEncoding(UploadEncoding other) {
        return new UploadContext(receivedOn, other, allNeedsConsent);
    }
}
