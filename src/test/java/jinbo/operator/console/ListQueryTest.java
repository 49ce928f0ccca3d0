package jinbo.operator.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ListQueryTest {

    /** A redirect to such a URL would look for a value of the variable, and the answer would be 500. */
    @Test
    void encodesValuesThatLookLikeVariablesOfAUriTemplate() {
        ListQuery query = new ListQuery("/log", Map.of("{from}", "{7*7}", "insurer", "A&b=c d"), true);

        assertThat(query.with(ListQuery.NUMBERS, "true"))
                .isEqualTo("/log?insurer=A%26b%3Dc%20d&numbers=true&%7Bfrom%7D=%7B7%2A7%7D");
    }
}
