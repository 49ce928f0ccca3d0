package jinbo.exchange.format;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import jinbo.participant.insurer.UnitCode;

/** Acknowledgements as JSON, both ways; what does not exist is left out rather than written as null. */
public final class AckJson {

    private AckJson() {}

    public static byte[] write(Ack ack) {
        return JsonText.object(json -> {
            json.writeStringProperty("format", Ack.FORMAT);
            json.writeStringProperty("insurer", ack.insurer().value());
            json.writeNumberProperty("sequence", ack.sequence());
            json.writeStringProperty("applied_at", JsonText.instant(ack.appliedAt()));
            json.writeNumberProperty("entries", ack.entries());
            json.writeStringProperty("list_digest", ack.listDigest());
            if (!ack.units().isEmpty()) {
                json.writeArrayPropertyStart("units");
                ack.units().forEach(unit -> json.writeString(unit.value()));
                json.writeEndArray();
            }
        });
    }

    /**
     * Reads an acknowledgement; whether there is such a list, and such units, is not known here.
     *
     * @throws FormatException if a field is missing, unknown, doubled, of the wrong type or cannot be
     */
    public static Ack read(InputStream json) throws IOException, FormatException {
        JsonFields fields = JsonFields.read(Ack.FORMAT, json);
        try {
            Ack ack = new Ack(
                    fields.insurer("insurer"),
                    fields.sequence("sequence"),
                    fields.instant("applied_at"),
                    fields.count("entries"),
                    fields.sha256("list_digest"),
                    fields.has("units") ? units(fields) : List.of());
            fields.requireNoOtherFields();
            return ack;
        } catch (IllegalArgumentException disagreement) {
            throw new FormatException(Ack.FORMAT, "the file", "says what cannot be: " + disagreement.getMessage());
        }
    }

    private static List<UnitCode> units(JsonFields fields) throws FormatException {
        List<UnitCode> units = new ArrayList<>();
        for (String text : fields.texts("units")) {
            if (!UnitCode.isCode(text)) {
                throw fields.wrong("units", "holds something that is no code of a sales unit");
            }
            units.add(new UnitCode(text));
        }
        return units;
    }
}
