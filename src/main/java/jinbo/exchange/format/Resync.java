package jinbo.exchange.format;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import jinbo.participant.insurer.InsurerCode;
import jinbo.reference.phone.PhoneDigits;

/**
 * An insurer's request for a full list ({@code exchange-formats/resync/v1/README.md}).
 *
 * @param reason why, in the insurer's words: 1 to 200 characters (Unicode code points), not all blank, none of them a control
 *     character
 */
public record Resync(InsurerCode insurer, Instant requestedAt, String reason) {

    public static final String FORMAT = "resync/v1";

    private static final int LONGEST_REASON = 200;

    /** @throws IllegalArgumentException if the reason is not as above, or the year has not four digits */
    public Resync {
        JsonText.requireWritable("requested_at", requestedAt);
        if (reason.isBlank() || reason.codePointCount(0, reason.length()) > LONGEST_REASON) {
            throw new IllegalArgumentException("A reason has 1 to " + LONGEST_REASON + " characters, not all blank");
        }
        if (reason.codePoints().anyMatch(Resync::isNoText)) {
            throw new IllegalArgumentException("A reason must not have control characters");
        }
    }

    /** The reason as it may be kept and shown: an insurer may have written a phone number into it. */
    public String reasonWithoutNumbers() {
        return PhoneDigits.masked(reason);
    }

    /** Without the reason, which may hold a phone number. */
    @Override
    public String toString() {
        return "Resync[insurer=" + insurer + ", requestedAt=" + requestedAt + "]";
    }

    private static boolean isNoText(int character) {
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

    /** @throws FormatException if a field is missing, unknown, doubled, of the wrong type or cannot be */
    public static Resync read(InputStream json) throws IOException, FormatException {
        JsonFields fields = JsonFields.read(FORMAT, json);
        try {
            Resync resync =
                    new Resync(fields.insurer("insurer"), fields.instant("requested_at"), fields.text("reason"));
            fields.requireNoOtherFields();
            return resync;
        } catch (IllegalArgumentException disagreement) {
            throw new FormatException(FORMAT, "the file", "says what cannot be: " + disagreement.getMessage());
        }
    }
}
