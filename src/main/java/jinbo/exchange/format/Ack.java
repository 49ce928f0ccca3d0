package jinbo.exchange.format;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.insurer.UnitCode;

/**
 * An insurer's acknowledgement that it has applied a block list ({@code exchange-formats/ack/v1/README.md}).
 *
 * @param sequence that of the list, 1 to 99999999
 * @param entries numbers on the insurer's list now
 * @param listDigest of that list, see {@link ListDigest}
 * @param units the sales units that have it, each once and in the order of their codes; empty if the insurer names none
 */
public record Ack(
        InsurerCode insurer, int sequence, Instant appliedAt, long entries, String listDigest, List<UnitCode> units) {

    public static final String FORMAT = "ack/v1";

    /** @throws IllegalArgumentException if a number, hash or year is not one, or a unit is named twice */
    public Ack {
        ManifestFileName.requireSequence(sequence);
        Hex.requireSha256("list_digest", listDigest);
        JsonText.requireWritable("applied_at", appliedAt);
        if (entries < 0) {
            throw new IllegalArgumentException("A list has 0 entries or more, not " + entries);
        }
        if (units.stream().distinct().count() < units.size()) {
            throw new IllegalArgumentException("A sales unit is named once");
        }
        units = units.stream().sorted().toList();
    }

    /** As JSON; a field that has no value is left out rather than written as null. */
    public byte[] toJson() {
        return JsonText.object(json -> {
            json.writeStringProperty("format", FORMAT);
            json.writeStringProperty("insurer", insurer.value());
            json.writeNumberProperty("sequence", sequence);
            json.writeStringProperty("applied_at", JsonText.instant(appliedAt));
            json.writeNumberProperty("entries", entries);
            json.writeStringProperty("list_digest", listDigest);
            if (!units.isEmpty()) {
                json.writeArrayPropertyStart("units");
                units.forEach(unit -> json.writeString(unit.value()));
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
        JsonFields fields = JsonFields.read(FORMAT, json);
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
            throw new FormatException(FORMAT, "the file", "says what cannot be: " + disagreement.getMessage());
        }
    }

    private static List<UnitCode> units(JsonFields fields) throws FormatException {
        List<UnitCode> units = new ArrayList<>();
        for (String text : fields.texts("units")) {
            if (!UnitCode.isCode(text)) {
                throw fields.wrong("units", "contains an invalid code of a sales unit");
            }
            units.add(new UnitCode(text));
        }
        return units;
    }
}
