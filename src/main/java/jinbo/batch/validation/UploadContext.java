package jinbo.batch.validation;

import java.time.LocalDate;

/**
 * @param receivedOn the day of receipt in Beijing, against which dates are checked
 * @param lines the lines of business that its rows may name
 * @param encoding what to read the file as if it has no byte order mark
 * @param allNeedsConsent whether a row for all insurers needs the consumer's consent, the association's setting
 *     {@code all-needs-consent}
 */
public record UploadContext(LocalDate receivedOn, SoldLines lines, UploadEncoding encoding, boolean allNeedsConsent) {

    /** The context of a first reading: UTF-8 unless a byte order mark says otherwise. */
    public static UploadContext firstReading(LocalDate receivedOn, SoldLines lines, boolean allNeedsConsent) {
        return new UploadContext(receivedOn, lines, UploadEncoding.UTF_8, allNeedsConsent);
    }

    /** The same, for a file that turned out to have another encoding. */
    public UploadContext withEncoding(UploadEncoding other) {
        return new UploadContext(receivedOn, lines, other, allNeedsConsent);
    }
}
