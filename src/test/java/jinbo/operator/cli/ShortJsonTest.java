package jinbo.operator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class ShortJsonTest {

    @Test
    void putsIntoALineWhatFits() {
        assertThat(written("{ \"held\" : [ ] }")).isEqualTo("{\"held\": []}");
        assertThat(written("{\"b\":1,\"a\":[1.0,\"x\\\"\",null],\"c\":{\"d\":true}}"))
                .isEqualTo("""
                {
                  "b": 1,
                  "a": [1.0, "x\\"", null],
                  "c": {"d": true}
                }""");
        assertThat(written("[[1234567890,1234567890],[1234567890,1234567890,1234567890]]"))
                .isEqualTo("""
                [
                  [1234567890, 1234567890],
                  [
                    1234567890,
                    1234567890,
                    1234567890
                  ]
                ]""");
    }

    private static String written(String json) {
        return new ShortJson(30).write(JsonMapper.shared().readTree(json));
    }
}
