package jinbo.consumer.portal.remote;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import jinbo.consumer.CodeCheckOutcome;
import jinbo.consumer.CodeRequestOutcome;
import jinbo.consumer.RenewalOutcome;
import jinbo.consumer.messaging.DeliveryReceipts;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Writes and reads portal requests and answers as JSON. Only permitted calls and known kinds are read. */
final class PortalRequestJson {

    private static final String ANSWER = "answer";
    private static final String REFUSAL = "refusal";

    private static final JsonMapper JSON = mapper(
            PortalRequestError.class,
            CodeRequestOutcome.class,
            CodeCheckOutcome.class,
            RenewalOutcome.class,
            DeliveryReceipts.Outcome.class);

    private PortalRequestJson() {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    private interface NamesItsKind {}

    private record Call(String call, List<Object> arguments) {}

    static String write(PortalRequest portalRequest) {
        return JSON.writeValueAsString(new Call(portalRequest.call().getName(), portalRequest.arguments()));
    }

    static PortalRequest readRequest(String written) {
        try {
            JsonNode whole = JSON.readTree(written);
            Method call = PortalRequest.CALLS.get(whole.path("call").asString(""));
            JsonNode values = whole.path("arguments");
            if (call == null || !values.isArray() || values.size() != call.getParameterCount()) {
                throw new UnreadableMessageException("no such call");
            }
            List<Object> arguments = new ArrayList<>();
            for (Type type : call.getGenericParameterTypes()) {
                Object argument = JSON.readerFor(JSON.constructType(type)).readValue(values.get(arguments.size()));
                if (argument == null) {
                    throw new UnreadableMessageException("no argument");
                }
                arguments.add(argument);
            }
            return new PortalRequest(call, arguments);
        } catch (JacksonException e) {
            throw new UnreadableMessageException(e.getClass().getSimpleName());
        }
    }

    static String writeAnswer(PortalRequest portalRequest, @Nullable Object answer) {
        String json = answer == null
                ? "null"
                : JSON.writerFor(answerType(portalRequest)).writeValueAsString(answer);
        return "{\"" + ANSWER + "\":" + json + "}";
    }

    static String write(PortalRequestError portalRequestError) {
        return "{\"" + REFUSAL + "\":"
                + JSON.writerFor(PortalRequestError.class).writeValueAsString(portalRequestError) + "}";
    }

    /** @throws RuntimeException the exception that the service has thrown */
    static @Nullable Object readAnswer(PortalRequest portalRequest, String written) {
        try {
            JsonNode whole = JSON.readTree(written);
            if (whole.has(REFUSAL)) {
                PortalRequestError portalRequestError =
                        JSON.readerFor(PortalRequestError.class).readValue(whole.get(REFUSAL));
                throw portalRequestError.thrown();
            }
            return portalRequest.call().getReturnType() == void.class
                    ? null
                    : JSON.readerFor(answerType(portalRequest)).readValue(whole.get(ANSWER));
        } catch (JacksonException e) {
            throw new UnreadableMessageException(e.getClass().getSimpleName());
        }
    }

    private static JavaType answerType(PortalRequest portalRequest) {
        return JSON.constructType(portalRequest.call().getGenericReturnType());
    }

    private static JsonMapper mapper(Class<?>... sealedTypes) {
        // escaped, because UTF-8 cannot encode an unpaired surrogate, but JSON's ASCII escape can
        JsonMapper.Builder json = JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII);
        Stream.of(sealedTypes)
                .forEach(type ->
                        json.addMixIn(type, NamesItsKind.class).registerSubtypes(type.getPermittedSubclasses()));
        return json.build();
    }

    /** The message quotes nothing of what was read, because it may contain a phone number. */
    static final class UnreadableMessageException extends RuntimeException {

        UnreadableMessageException(String why) {
            super("What came through the request queue cannot be read (" + why
                    + "): run the same version of the program on both sides");
        }
    }
}
