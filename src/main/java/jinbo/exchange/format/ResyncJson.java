package jinbo.exchange.format;

import java.io.IOException;
import java.io.InputStream;

public final class ResyncJson {

    private ResyncJson() {}

    public static byte[] write(Resync resync) {
        return JsonText.object(json -> {
            json.writeStringProperty("format", Resync.FORMAT);
            json.writeStringProperty("insurer", resync.insurer().value());
            json.writeStringProperty("requested_at", JsonText.instant(resync.requestedAt()));
            json.writeStringProperty("reason", resync.reason());
        });
    }

    /** @throws FormatException if a field is missing, unknown, doubled, of the wrong type or cannot be */
    public static Resync read(InputStream json) throws IOException, FormatException {
        JsonFields fields = JsonFields.read(Resync.FORMAT, json);
        try {
            Resync resync =
                    new Resync(fields.insurer("insurer"), fields.instant("requested_at"), fields.text("reason"));
            fields.requireNoOtherFields();
            return resync;
        } catch (IllegalArgumentException disagreement) {
            throw new FormatException(Resync.FORMAT, "the file", "says what cannot be: " + disagreement.getMessage());
        }
    }
}
