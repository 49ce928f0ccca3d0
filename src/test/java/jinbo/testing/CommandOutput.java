package jinbo.testing;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The result of a command that was typed in a {@link CommandSession}.
 *
 * @param exitCode 0, 1 or 2
 * @param out the answer
 * @param err the complaint
 */
public record CommandOutput(int exitCode, String out, String err) {

    /** The answer of a command that was typed with {@code --output json}. */
    public JsonNode json() {
        return JsonMapper.shared().readTree(out);
    }

    /** Everything that was shown. */
    public String shown() {
        return out + err;
    }
}
