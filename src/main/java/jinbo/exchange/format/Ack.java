package jinbo.exchange.format;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.insurer.UnitCode;

/**
 * An insurer's acknowledgement of a block list ({@code exchange-formats/ack/v1/README.md}).
 *
 * @param entries how many entries the insurer's list has after it has applied the block list
 * @param listDigest of the same list, see {@link ListDigest}
 * @param units the sales units that have received the list, sorted; may be empty
 */
public record Ack(
        InsurerCode insurer, int sequence, Instant appliedAt, long entries, String listDigest, List<UnitCode> units) {

    public static final String FORMAT = "ack/v1";

    /** How much an insurer's clock may differ, the same as for signatures. */
    public static final Duration MAX_CLOCK_DIFFERENCE = Duration.ofMinutes(5);

    public Ack {
        ManifestFileName.requireSequence(sequence);
        JsonText.requireSha256("list_digest", listDigest);
        JsonText.requireWritable("applied_at", appliedAt);
        if (entries < 0) {
            throw new IllegalArgumentException("A list has 0 entries or more, not " + entries);
        }
        if (units.stream().distinct().count() < units.size()) {
            throw new IllegalArgumentException("A sales unit is named once");
        }
        units = units.stream().sorted().toList();
    }

    public byte[] toJson() {
        return JsonText.object(json -> {
            json.writeStringProperty("format", FORMAT);
            json.writeStringProperty("insurer", insurer.value());
            json.writeNumberProperty("sequence", sequence);
            json.writeStringProperty("applied_at", JsonText.instant(appliedAt));
            json.writeNumberProperty("entries", entries);
            json.writeStringProperty("list_digest", listDigest);
            if (!units.isEmpty()) {
                JsonText.writeArray(json, "units", units.stream().map(UnitCode::value));
            }
        });
    }

    /** @throws FormatException if a field is missing, unknown, duplicate or invalid */
    public static Ack read(InputStream json) throws IOException, FormatException {
        return JsonFields.read(
                FORMAT,
                json,
                fields -> new Ack(
                        fields.insurer("insurer"),
                        fields.sequence("sequence"),
                        fields.instant("applied_at"),
                        fields.count("entries"),
                        fields.sha256("list_digest"),
                        units(fields)),
                e -> "says what cannot be: " + e.getMessage());
    }

    private static List<UnitCode> units(JsonFields fields) throws FormatException {
        List<UnitCode> units = new ArrayList<>();
        for (String text : fields.optionalTexts("units").orElse(List.of())) {
            if (!UnitCode.isCode(text)) {
                throw fields.wrong("units", "contains an invalid code of a sales unit");
            }
            units.add(new UnitCode(text));
        }
        return units;
    }
}
