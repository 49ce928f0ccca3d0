package jinbo.exchange.format;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import jinbo.participant.insurer.InsurerCode;
import jinbo.reference.phone.PhoneDigits;

/**
 * An insurer's request for a full list ({@code exchange-formats/resync/v1}).
 *
 * @param reason 1 to 200 Unicode code points, not all blank, without control characters; may contain a phone number
 */
public record Resync(InsurerCode insurer, Instant requestedAt, String reason) {

    public static final String FORMAT = "resync/v1";

    private static final int LONGEST_REASON = 200;

    public Resync {
        JsonText.requireWritable("requested_at", requestedAt);
        if (reason.isBlank() || reason.codePointCount(0, reason.length()) > LONGEST_REASON) {
            throw new IllegalArgumentException("A reason has 1 to " + LONGEST_REASON + " characters, not all blank");
        }
        if (reason.codePoints().anyMatch(Resync::isControl)) {
            throw new IllegalArgumentException("A reason must not have control characters");
        }
    }

    public String reasonWithoutNumbers() {
        return PhoneDigits.masked(reason);
    }

    @Override
    public String toString() {
        return "Resync[insurer=" + insurer + ", requestedAt=" + requestedAt + "]";
    }

    private static boolean isControl(int character) {
        int type = Character.getType(character);
        return type == Character.CONTROL
                || type == Character.SURROGATE
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR;
    }

    public byte[] toJson() {
        return JsonText.object(json -> {
            json.writeStringProperty("format", FORMAT);
            json.writeStringProperty("insurer", insurer.value());
            json.writeStringProperty("requested_at", JsonText.instant(requestedAt));
            json.writeStringProperty("reason", reason);
        });
    }

    /** @throws FormatException if a field is missing, unknown, duplicate or invalid */
    public static Resync read(InputStream json) throws IOException, FormatException {
        return JsonFields.read(
                FORMAT,
                json,
                fields -> new Resync(fields.insurer("insurer"), fields.instant("requested_at"), fields.text("reason")),
                e -> "says what cannot be: " + e.getMessage());
    }
}
