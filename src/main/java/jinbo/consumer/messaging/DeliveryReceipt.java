package jinbo.consumer.messaging;

import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** @param isDelivered whether it has arrived; else it has failed */
record DeliveryReceipt(String id, boolean isDelivered) {

    private static final Pattern ID = Pattern.compile("[0-9a-f-]{36}");
    private static final JsonMapper STRICT = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** Empty if it is not one object with just these two fields: our own request, sent back, is none. */
    static Optional<DeliveryReceipt> parse(byte[] body) {
        try {
            JsonNode object = STRICT.readTree(body);
            Optional<String> id =
                    text(object, "id").filter(value -> ID.matcher(value).matches());
            Optional<Boolean> isDelivered = text(object, "state").flatMap(DeliveryReceipt::isDelivered);
            return object.size() == 2 && id.isPresent()
                    ? isDelivered.map(delivered -> new DeliveryReceipt(id.get(), delivered))
                    : Optional.empty();
        } catch (JacksonException broken) {
            return Optional.empty();
        }
    }

    private static Optional<String> text(JsonNode object, String name) {
        return object.path(name).stringValueOpt();
    }

    private static Optional<Boolean> isDelivered(String state) {
        return switch (state) {
            case "DELIVERED" -> Optional.of(true);
            case "FAILED" -> Optional.of(false);
            default -> Optional.empty();
        };
    }
}
