package jinbo.batch.schedule;

import com.github.kagkarlsson.scheduler.serializer.Serializer;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/** Stores {@link RunState} as JSON, which operators and other versions can read. */
final class RunStateSerializer implements Serializer {

    private final JsonMapper json = JsonMapper.builder().build();

    @Override
    public byte[] serialize(Object data) {
        return json.writeValueAsBytes(data);
    }

    @Override
    public <T> T deserialize(Class<T> kind, byte[] stored) {
        return Optional.ofNullable(stored)
                .map(bytes -> json.readValue(bytes, kind))
                .orElse(null);
    }
}
