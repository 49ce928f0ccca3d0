package jinbo.exchange.format;

import java.io.IOException;
import java.io.InputStream;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Receipts as JSON, both ways; what does not exist is left out rather than written as null. */
public final class ReceiptJson {

    private ReceiptJson() {}

    public static byte[] write(Receipt receipt) {
        Tally tally = receipt.tally();
        return JsonText.object(json -> {
            json.writeStringProperty("format", Receipt.FORMAT);
            json.writeStringProperty("file", receipt.file());
            json.writeStringProperty("sha256", receipt.sha256());
            json.writeStringProperty("received_at", JsonText.instant(receipt.receivedAt()));
            json.writeStringProperty("status", receipt.status().name());
            json.writeNumberProperty("rows", tally.rows());
            json.writeNumberProperty("accepted", tally.accepted());
            json.writeNumberProperty("refused", tally.refused());
            json.writeNumberProperty("warned", tally.warned());
            receipt.effectiveOn().ifPresent(date -> json.writeStringProperty("effective_on", date.toString()));
            json.writeObjectPropertyStart("findings");
            tally.findings().forEach((code, count) -> json.writeNumberProperty(code.name(), count));
            json.writeEndObject();
            json.writeNumberProperty("access_log_index", receipt.accessLogIndex());
            receipt.accessLogCheckpoint().ifPresent(note -> json.writeStringProperty("access_log_checkpoint", note));
        });
    }

    /**
     * Reads a receipt and checks that its sums agree.
     *
     * @throws FormatException if a field is missing, unknown, doubled or of the wrong type, or counts disagree
     */
    public static Receipt read(InputStream json) throws IOException, FormatException {
        JsonFields fields = JsonFields.read(Receipt.FORMAT, json);
        try {
            Receipt receipt = new Receipt(
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
                    fields.optionalText("access_log_checkpoint"));
            fields.requireNoOtherFields();
            return receipt;
        } catch (IllegalArgumentException disagreement) {
            throw new FormatException(Receipt.FORMAT, "the file", "has counts or a status that disagree");
        }
    }

    private static Map<FindingCode, Long> findings(JsonFields fields) throws FormatException {
        JsonNode node = fields.node("findings");
        Map<FindingCode, Long> findings = new EnumMap<>(FindingCode.class);
        for (Map.Entry<String, JsonNode> entry : node.properties()) {
            FindingCode code = constant(FindingCode.values(), entry.getKey())
                    .orElseThrow(() -> fields.wrong("findings", "has an unknown code"));
            JsonNode count = entry.getValue();
            if (!count.isIntegralNumber() || !count.canConvertToLong()) {
                throw fields.wrong("findings", "has a count that is no number");
            }
            findings.put(code, count.longValue());
        }
        if (!node.isObject()) {
            throw fields.wrong("findings", "has the wrong type");
        }
        return findings;
    }

    private static <E extends Enum<E>> Optional<E> constant(E[] constants, String name) {
        for (E constant : constants) {
            if (constant.name().equals(name)) {
                return Optional.of(constant);
            }
        }
        return Optional.empty();
    }
}
