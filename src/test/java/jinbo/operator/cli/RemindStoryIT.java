package jinbo.operator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import jinbo.testing.CommandOutput;
import jinbo.testing.CommandSession;
import jinbo.testing.SettableClock;
import jinbo.testing.TestExchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** {@code run remind-consumers} as an operator sees it. */
class RemindStoryIT {

    private static final String NOW = "2012-09-21T09:00:00+08:00";

    @TempDir
    private Path home;

    @Test
    void tellsHowManyWereRemindedOfWhichBlocks() {
        CommandSession commands;
        try (TestExchange exchange = TestExchange.start(home, new SettableClock(NOW))) {
            commands = CommandSession.over(exchange);
        }

        CommandOutput english = commands.type("run", "remind-consumers");
        CommandOutput chinese = commands.in("zh").type("run", "remind-consumers");
        JsonNode json = commands.json("run", "remind-consumers");

        assertThat(english.exitCode()).isZero();
        assertThat(english.out()).isEqualTo("Consumers reminded of blocks with a last day up to 2012-10-20: 0\n");
        assertThat(chinese.out()).isEqualTo("已提醒的消费者（禁拨最后一天不晚于 2012-10-20）：0 位\n");
        assertThat(json.at("/job").asString()).isEqualTo("remind-consumers");
        assertThat(json.at("/ending_by").asString()).isEqualTo("2012-10-21");
        assertThat(json.at("/sent").asInt()).isZero();
    }
}
