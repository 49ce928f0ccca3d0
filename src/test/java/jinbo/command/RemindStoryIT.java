package jinbo.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import jinbo.testing.SettableClock;
import jinbo.testing.TestExchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code run remind-consumers} as an operator sees it. */
class RemindStoryIT {

    private static final String NOW = "2012-09-21T09:00:00+08:00";

    @TempDir
    private Path home;

    @Test
    void tellsHowManyWereRemindedOfWhichBlocks() {
        String databaseUrl;
        try (TestExchange exchange = TestExchange.start(home, new SettableClock(NOW))) {
            databaseUrl = exchange.databaseUrl();
        }

        TypedCommand english = typed(databaseUrl, "--lang", "en", "run", "remind-consumers");
        TypedCommand chinese = typed(databaseUrl, "--lang", "zh", "run", "remind-consumers");
        TypedCommand json = typed(databaseUrl, "--output", "json", "run", "remind-consumers");

        assertThat(english.exitCode()).isZero();
        assertThat(english.out())
                .isEqualTo("Consumers reminded of blocks whose last day is 2012-10-20 or earlier: 0\n");
        assertThat(chinese.out()).isEqualTo("已提醒的消费者（禁拨截至 2012-10-20 或更早到期）：0 位\n");
        assertThat(json.json().at("/job").asString()).isEqualTo("remind-consumers");
        assertThat(json.json().at("/ending_by").asString()).isEqualTo("2012-10-21");
        assertThat(json.json().at("/sent").asInt()).isZero();
    }

    private TypedCommand typed(String databaseUrl, String... typed) {
        List<String> all = new ArrayList<>(List.of("--home", home.toString()));
        all.addAll(List.of(typed));
        return TypedCommand.run(StorySettings.at(NOW, databaseUrl), all);
    }
}
