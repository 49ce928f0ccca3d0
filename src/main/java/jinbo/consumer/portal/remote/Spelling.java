package jinbo.consumer.portal.remote;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.stream.Stream;
import jinbo.consumer.CodeAsked;
import jinbo.consumer.CodeTyped;
import jinbo.consumer.RenewalAnswer;
import jinbo.consumer.messaging.ReceiptOutcome;
import tools.jackson.core.JacksonException;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * How asks and answers are spelt between the two processes: JSON. What one of several kinds is says which; only the kinds known here are
 * read. Both sides are of the same version of the program, as both use the same schema.
 */
final class Spelling {

    private static final String ANSWER = "answer";
    private static final String REFUSAL = "refusal";

    private static final JsonMapper JSON = mapper(
            Ask.class, Refusal.class, CodeAsked.class, CodeTyped.class, RenewalAnswer.class, ReceiptOutcome.class);

    private Spelling() {}

    /** Marks what is of several kinds, so that its JSON says of which. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    private interface OfSeveralKinds {}

    static String write(Ask<?> ask) {
        return JSON.writerFor(Ask.class).writeValueAsString(ask);
    }

    /** @throws UnreadableException if it is none */
    static Ask<?> readAsk(String written) {
        try {
            return JSON.readerFor(Ask.class).readValue(written);
        } catch (JacksonException e) {
            throw new UnreadableException(e);
        }
    }

    /** @param answer to this ask */
    static String writeAnswer(Ask<?> ask, Object answer) {
        return "{\"" + ANSWER + "\":" + JSON.writerFor(answerTo(ask)).writeValueAsString(answer) + "}";
    }

    static String write(Refusal refusal) {
        return "{\"" + REFUSAL + "\":" + JSON.writerFor(Refusal.class).writeValueAsString(refusal) + "}";
    }

    /**
     * What was answered.
     *
     * @throws RuntimeException what the desk has thrown
     * @throws UnreadableException if it is no answer to that
     */
    static <A> A readAnswer(Ask<A> ask, String written) {
        try {
            JsonNode whole = JSON.readTree(written);
            if (whole.has(REFUSAL)) {
                Refusal refusal = JSON.readerFor(Refusal.class).readValue(whole.get(REFUSAL));
                throw refusal.thrown();
            }
            return JSON.readerFor(answerTo(ask)).readValue(whole.get(ANSWER));
        } catch (JacksonException e) {
            throw new UnreadableException(e);
        }
    }

    /** What stands for {@code A} where this kind of ask implements {@code Ask<A>}. */
    private static JavaType answerTo(Ask<?> ask) {
        JavaType kind = JSON.constructType(ask.getClass());
        return JSON.getTypeFactory().findTypeParameters(kind, Ask.class)[0];
    }

    private static JsonMapper mapper(Class<?>... ofSeveralKinds) {
        // half of a character outside the basic plane cannot be sent in UTF-8, but spelt out in ASCII it can
        JsonMapper.Builder json = JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII);
        Stream.of(ofSeveralKinds)
                .forEach(several -> json.addMixIn(several, OfSeveralKinds.class)
                        .registerSubtypes(several.getPermittedSubclasses()));
        return json.build();
    }
}
