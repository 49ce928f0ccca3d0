package jinbo.operator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jinbo.accesslog.Actor;
import jinbo.batch.reconciliation.RuleResult;
import jinbo.batch.reconciliation.VerifyRegistry;
import jinbo.testing.CommandOutput;
import jinbo.testing.CommandSession;
import jinbo.testing.Readme;
import jinbo.testing.SettableClock;
import jinbo.testing.TestExchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the page for operators shows of consumers' words, complaints and lookups is what the commands answer. */
class RegistryPageIT {

    private static final String NUMBER = "138 1000 1234";
    private static final Pattern UPLOAD =
            Pattern.compile("(\\w+) uploads a complaint of ([\\d-]+) for (\\w+), (\\w+); lists are published");
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");

    private final SettableClock clock = new SettableClock("2026-03-02T08:00:00+08:00");

    @TempDir
    private Path home;

    @Test
    void theExampleOfThePageIsWhatTheCommandsAnswer() {
        String page = Readme.blocksUnder(Path.of("docs/operators/registry.md"), "An example", "text");
        StringBuilder played = new StringBuilder();
        try (TestExchange exchange = TestExchange.start(home, clock)) {
            for (String line : page.lines().toList()) {
                if (line.startsWith("# ")) {
                    played.append(line).append('\n');
                    happen(line.substring(2), exchange);
                } else if (line.startsWith("$ jinbo ")) {
                    played.append(line).append('\n').append(answer(line.substring(8), exchange));
                }
            }
            assertThat(exchange.bean(VerifyRegistry.class).verify(Actor.commandLine()))
                    .allMatch(RuleResult::holds);
        }

        assertThat(played.toString()).isEqualTo(page);
    }

    private void happen(String line, TestExchange exchange) {
        clock.set(line.substring(0, 10) + "T" + line.substring(11, 16) + ":00+08:00");
        Matcher upload = UPLOAD.matcher(line);
        if (upload.find()) {
            exchange.upload(
                    upload.group(1),
                    "complaints-%s-%s-001.csv.pgp"
                            .formatted(upload.group(1), line.substring(0, 10).replace("-", "")),
                    "mobile,complaint,complained_on,scope,term\r\n" + NUMBER + ",TELEMARKETING," + upload.group(2) + ","
                            + upload.group(3) + "," + upload.group(4) + "\r\n");
            assertThat(exchange.collect().problems()).isEmpty();
            assertThat(exchange.publish().problems()).isEmpty();
        }
    }

    private String answer(String words, TestExchange exchange) {
        String[] typed = WORD.matcher(words)
                .results()
                .map(text -> text.group(1) == null ? text.group(2) : text.group(1))
                .toArray(String[]::new);
        CommandOutput command =
                CommandSession.over(exchange).withInput(NUMBER + "\n").type(typed);
        assertThat(command.err()).isEmpty();
        assertThat(command.exitCode()).isZero();
        return command.out().replaceAll(" +\n", "\n");
    }
}
