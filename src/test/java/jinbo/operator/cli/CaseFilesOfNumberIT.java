package jinbo.operator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import jinbo.cases.CaseNumber;
import jinbo.testing.CaseActions;
import jinbo.testing.CommandOutput;
import jinbo.testing.CommandSession;
import jinbo.testing.SettableClock;
import jinbo.testing.Steps;
import jinbo.testing.TestExchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Who asks where a number has been is told of the insurers that were handed it because its holder had complained of a call. */
class CaseFilesOfNumberIT {

    private static final long CONSUMER = 13810001234L;
    private static final String FILE = "cases-YUNHE-20261124-001.csv.pgp";

    private final SettableClock clock = new SettableClock("2026-11-24T09:00:00+08:00");
    private final Steps steps = new Steps();

    @TempDir
    private Path folder;

    @Test
    void theFilesThatHandedANumberToInsurersAreListed() {
        try (TestExchange exchange = TestExchange.start(folder.resolve("home"), clock)) {
            CommandSession commands = CommandSession.over(exchange);
            CaseActions cases = new CaseActions(exchange, clock);
            CaseNumber number = steps.take("a consumer complains, and the insurer is asked", () -> {
                CaseNumber opened = cases.complain(CONSUMER, "YUNHE");
                cases.complain(13810009999L, "CHANGQING");
                assertThat(exchange.settle().problems()).isEmpty();
                return opened;
            });
            steps.take("the file is listed with its entry", () -> {
                JsonNode files = search(commands, CONSUMER).at("/case_files");
                assertThat(files.size()).isEqualTo(1);
                assertThat(files.at("/0/insurer").asString()).isEqualTo("YUNHE");
                assertThat(files.at("/0/file").asString()).isEqualTo(FILE);
                assertThat(files.at("/0/cases/0").asString()).isEqualTo(number.value());
                assertThat(files.at("/0/delivered_at").isNull()).isFalse();
                assertThat(files.at("/0/entry").asLong()).isEqualTo(resultOf(exchange));
            });
            steps.take("in both languages, without the number", () -> {
                CommandOutput english = commands.withInput(CONSUMER + "\n").type(words());
                CommandOutput chinese =
                        commands.withInput(CONSUMER + "\n").in("zh").type(words());
                assertThat(english.out())
                        .contains("Case files that sent this number to an insurer: 1")
                        .containsPattern("YUNHE +" + FILE + " +" + number + " +2026-11-24 09:00")
                        .doesNotContain(Long.toString(CONSUMER));
                assertThat(chinese.out()).contains("将该号码送交保险公司的案件文件：1");
            });
            steps.take("of another number it is not", () -> {
                assertThat(search(commands, 13810001235L).at("/case_files").size())
                        .isZero();
                assertThat(search(commands, CONSUMER, "--insurer", "CHANGQING")
                                .at("/case_files")
                                .size())
                        .isZero();
            });
            steps.take("once what lies behind the gate is erased, it still is", () -> {
                exchange.sql().sql("delete from call_case_number").update();
                assertThat(search(commands, CONSUMER).at("/case_files").size()).isEqualTo(1);
            });
            steps.take("an entry that names another file vouches for nothing", () -> {
                exchange.sql()
                        .sql("update case_file set access_log_id = access_log_id - 1 where insurer = 'YUNHE'")
                        .update();
                assertThat(search(commands, CONSUMER).at("/case_files/0/entry").isNull())
                        .isTrue();
            });
        }
    }

    private static String[] words(String... more) {
        String[] words = {"audit", "search", "--number", "-", "--reason", "the consumer asked"};
        String[] all = java.util.Arrays.copyOf(words, words.length + more.length);
        System.arraycopy(more, 0, all, words.length, more.length);
        return all;
    }

    private static JsonNode search(CommandSession commands, long number, String... more) {
        return commands.withInput(number + "\n").json(words(more));
    }

    private static long resultOf(TestExchange exchange) {
        return exchange.sql()
                .sql("select id from access_log_entry where phase = 'RESULT' and object = ?")
                .param(FILE)
                .query(Long.class)
                .single();
    }
}
