package jinbo.consumer.portal.remote;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.stream.Stream;
import jinbo.consumer.CodeCheckOutcome;
import jinbo.consumer.CodeRequestOutcome;
import jinbo.consumer.RenewalOutcome;
import jinbo.consumer.messaging.DeliveryReceipts;
import tools.jackson.core.JacksonException;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * How asks and answers are spelt between the two processes: JSON. What one of several kinds is says which; only the kinds known here are
 * read. Both sides are of the same version of the program, as both use the same schema.
 */
final class PortalRequestJson {

    private static final String ANSWER = "answer";
    private static final String REFUSAL = "refusal";

    private static final JsonMapper JSON = mapper(
            PortalRequest.class,
            PortalRequestError.class,
            CodeRequestOutcome.class,
            CodeCheckOutcome.class,
            RenewalOutcome.class,
            DeliveryReceipts.Outcome.class);

    private PortalRequestJson() {}

    /** Marks what is of several kinds, so that its JSON says of which. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    private interface OfSeveralKinds {}

    static String write(PortalRequest<?> portalRequest) {
        return JSON.writerFor(PortalRequest.class).writeValueAsString(portalRequest);
    }

    /** @throws UnreadableMessageException if it is none */
    static PortalRequest<?> readRequest(String written) {
        try {
            return JSON.readerFor(PortalRequest.class).readValue(written);
        } catch (JacksonException e) {
            throw new UnreadableMessageException(e);
        }
    }

    static String writeAnswer(PortalRequest<?> portalRequest, Object answer) {
        return "{\"" + ANSWER + "\":" + JSON.writerFor(answerTo(portalRequest)).writeValueAsString(answer) + "}";
    }

    static String write(PortalRequestError portalRequestError) {
        return "{\"" + REFUSAL + "\":"
                + JSON.writerFor(PortalRequestError.class).writeValueAsString(portalRequestError) + "}";
    }

    /**
     * @throws RuntimeException what the service has thrown
     * @throws UnreadableMessageException if it is no answer to that
     */
    static <A> A readAnswer(PortalRequest<A> portalRequest, String written) {
        try {
            JsonNode whole = JSON.readTree(written);
            if (whole.has(REFUSAL)) {
                PortalRequestError portalRequestError =
                        JSON.readerFor(PortalRequestError.class).readValue(whole.get(REFUSAL));
                throw portalRequestError.thrown();
            }
            return JSON.readerFor(answerTo(portalRequest)).readValue(whole.get(ANSWER));
        } catch (JacksonException e) {
            throw new UnreadableMessageException(e);
        }
    }

    /** What stands for {@code A} where this kind of ask implements {@code PortalRequest<A>}. */
    private static JavaType answerTo(PortalRequest<?> portalRequest) {
        JavaType kind = JSON.constructType(portalRequest.getClass());
        return JSON.getTypeFactory().findTypeParameters(kind, PortalRequest.class)[0];
    }

    private static JsonMapper mapper(Class<?>... ofSeveralKinds) {
        // half of a character outside the basic plane cannot be sent in UTF-8, but spelt out in ASCII it can
        JsonMapper.Builder json = JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII);
        Stream.of(ofSeveralKinds)
                .forEach(several -> json.addMixIn(several, OfSeveralKinds.class)
                        .registerSubtypes(several.getPermittedSubclasses()));
        return json.build();
    }

    /** What came through the request queue is not spelt as it should be; its text quotes nothing of it, which may be a number. */
    static final class UnreadableMessageException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        /** @param why its message is left out, because it quotes what was read */
        UnreadableMessageException(Exception why) {
            super("What came through the request queue cannot be read ("
                    + why.getClass().getSimpleName() + "): run the same version of the program on both sides");
        }
    }
}
