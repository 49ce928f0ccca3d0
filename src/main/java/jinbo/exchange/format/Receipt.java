package jinbo.exchange.format;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * The receipt for an inbound file, which states the verdict on it ({@code exchange-formats/receipt/v1/README.md}).
 *
 * @param file name of the file, or {@link AnswerFileNames#invalidStem} if its name is invalid
 * @param sha256 of the file as received, 64 lower-case hex digits
 * @param effectiveOn first day of the resulting blocks; empty if there are none
 * @param accessLogCheckpoint a checkpoint of the access log (C2SP tlog-checkpoint) that covers the log entry of this
 *     file; missing in older receipts
 */
public record Receipt(
        String file,
        String sha256,
        Instant receivedAt,
        ReceiptStatus status,
        Tally tally,
        Optional<LocalDate> effectiveOn,
        long accessLogIndex,
        Optional<String> accessLogCheckpoint) {

    public static final String FORMAT = "receipt/v1";

    public Receipt {
        boolean ingested = status == ReceiptStatus.ACCEPTED || status == ReceiptStatus.PARTLY_ACCEPTED;
        boolean agrees = ingested ? status == tally.status() : tally.accepted() == 0;
        if (!agrees) {
            throw new IllegalArgumentException("A receipt that says %s cannot count %d accepted and %d refused rows"
                    .formatted(status, tally.accepted(), tally.refused()));
        }
        JsonText.requireSha256("sha256", sha256);
    }

    public byte[] toJson() {
        return JsonText.object(json -> {
            json.writeStringProperty("format", FORMAT);
            json.writeStringProperty("file", file);
            json.writeStringProperty("sha256", sha256);
            json.writeStringProperty("received_at", JsonText.instant(receivedAt));
            json.writeStringProperty("status", status.name());
            json.writeNumberProperty("rows", tally.rows());
            json.writeNumberProperty("accepted", tally.accepted());
            json.writeNumberProperty("refused", tally.refused());
            json.writeNumberProperty("warned", tally.warned());
            effectiveOn.ifPresent(date -> json.writeStringProperty("effective_on", date.toString()));
            json.writeObjectPropertyStart("findings");
            tally.findings().forEach((code, count) -> json.writeNumberProperty(code.name(), count));
            json.writeEndObject();
            json.writeNumberProperty("access_log_index", accessLogIndex);
            accessLogCheckpoint.ifPresent(note -> json.writeStringProperty("access_log_checkpoint", note));
        });
    }

    /**
     * @throws FormatException if a required field is missing, if a field is unknown, duplicate or invalid, or if counts
     *     disagree
     */
    public static Receipt read(InputStream json) throws IOException, FormatException {
        return JsonFields.read(
                FORMAT,
                json,
                fields -> new Receipt(
                        fields.text("file"),
                        fields.sha256("sha256"),
                        fields.instant("received_at"),
                        fields.value("status", text -> constant(ReceiptStatus.values(), text)),
                        new Tally(
                                fields.count("rows"),
                                fields.count("accepted"),
                                fields.count("refused"),
                                fields.count("warned"),
                                findings(fields)),
                        fields.optionalDate("effective_on"),
                        fields.count("access_log_index"),
                        fields.optionalText("access_log_checkpoint")),
                e -> "has counts or a status that disagree");
    }

    private static Map<FindingCode, Long> findings(JsonFields fields) throws FormatException {
        JsonNode node = fields.node("findings");
        Map<FindingCode, Long> findings = new EnumMap<>(FindingCode.class);
        for (Map.Entry<String, JsonNode> entry : node.properties()) {
            FindingCode code = constant(FindingCode.values(), entry.getKey())
                    .orElseThrow(() -> fields.wrong("findings", "has an unknown code"));
            JsonNode count = entry.getValue();
            if (!count.isIntegralNumber() || !count.canConvertToLong()) {
                throw fields.wrong("findings", "has a count that is not a number");
            }
            findings.put(code, count.longValue());
        }
        if (!node.isObject()) {
            throw fields.wrong("findings", "has the wrong type");
        }
        return findings;
    }

    private static <E extends Enum<E>> Optional<E> constant(E[] constants, String name) {
        return Arrays.stream(constants)
                .filter(constant -> constant.name().equals(name))
                .findFirst();
    }
}
