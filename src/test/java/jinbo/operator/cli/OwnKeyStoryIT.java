package jinbo.operator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import jinbo.exchange.openpgp.Certificate;
import jinbo.exchange.openpgp.Fingerprint;
import jinbo.participant.staff.Role;
import jinbo.testing.CommandOutput;
import jinbo.testing.CommandSession;
import jinbo.testing.SettableClock;
import jinbo.testing.Steps;
import jinbo.testing.TestExchange;
import jinbo.testing.TestPeople;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Two key officers make the association's next key, every insurer gets it, its turn comes, and the old one is retired. */
class OwnKeyStoryIT {

    private static final String NOW = "2026-10-12T09:00:00+08:00";
    private static final String TURN = "2026-11-11T09:00:00+08:00";
    private static final String LATER = "2026-11-12T09:00:00+08:00";

    private final SettableClock clock = new SettableClock(NOW);
    private final Steps steps = new Steps();

    @TempDir
    private Path folder;

    private TestExchange exchange;
    private CommandSession commands;
    private CommandSession wang;
    private CommandSession li;
    private String old;
    private String next;

    @Test
    void fromTheOldKeyToTheNewOne() {
        try (TestExchange open = TestExchange.start(folder.resolve("home"), clock)) {
            exchange = open;
            old = exchange.ownCertificate().fingerprint().value();
            commands = CommandSession.over(exchange);
            TestPeople people = new TestPeople(exchange, folder);
            wang = commands.as(people.join("wang", Role.KEY_OFFICER));
            li = commands.as(people.join("li", Role.KEY_OFFICER));

            steps.take("there is no next key yet", this::thereIsNoNextKeyYet);
            steps.take("the only key is not retired", this::theOnlyKeyIsNotRetired);
            steps.take("two make the next key", this::twoMakeTheNextOne);
            commands.startAnew();
            steps.take("every insurer gets it", this::everyInsurerGetsIt);
            steps.take("its turn comes", this::itsTurnComes);
            commands.startAnew();
            steps.take("two retire the old key", this::twoRetireTheOldOne);
        }
    }

    private void thereIsNoNextKeyYet() {
        CommandOutput list = commands.type("key", "list", "--own");
        assertThat(list.err()).isEmpty();
        assertThat(list.out())
                .contains(new Fingerprint(old).toGroupedString(), "signs")
                .doesNotContain("Announced");
        CommandOutput export = commands.type("key", "export", "--next");
        assertThat(export.exitCode()).isEqualTo(1);
        assertThat(export.err()).contains("make one with \"key renew\"");
        assertThat(commands.type("key", "list", "YUNHE", "--own").exitCode()).isEqualTo(2);
    }

    private void theOnlyKeyIsNotRetired() {
        CommandOutput asked = wang.type("key", "retire", old, "--compromised", "--reason", "a laptop was stolen");

        assertThat(asked.exitCode()).isEqualTo(1);
        assertThat(asked.err()).contains("make the next key first: key renew");
        assertThat(wang.type("key", "retire", old, "--compromised", "--from", "2026-10-12", "--reason", "stolen")
                        .exitCode())
                .isEqualTo(2);
        assertThat(wang.type("key", "renew", "--from", "2026-12-01", "--until", "2026-11-01")
                        .exitCode())
                .isEqualTo(2);
        assertThat(wang.type("key", "renew", "--until", "2026-11-01").err()).contains("cannot expire at");
        assertThat(wang.type("key", "renew", "--until", "2163-01-01").err())
                .contains("OpenPGP allows 136 years at most");
    }

    private void twoMakeTheNextOne() throws Exception {
        CommandOutput asked = wang.type("key", "renew", "--reason", "two years old");
        assertThat(asked.err()).isEmpty();
        assertThat(asked.out()).contains("sign from 2026-11-11 09:00", "confirm 1");
        assertThat(commands.type("key", "export", "--next").exitCode())
                .as("one person makes none")
                .isEqualTo(1);

        CommandOutput confirmed = li.type("confirm", "1");

        assertThat(confirmed.err()).isEmpty();
        assertThat(confirmed.out()).contains("2026-11-11 09:00", "Back up keys/ now");
        Path file = folder.resolve("next.asc");
        assertThat(commands.type("key", "export", "--next", file.toString()).err())
                .isEmpty();
        next = Certificate.parse(Files.readAllBytes(file)).fingerprint().value();
        assertThat(next).isNotEqualTo(old);
        assertThat(commands.type("key", "export").out()).doesNotContain(Files.readString(file));
        assertThat(commands.type("status").out())
                .contains("BEIDOU, CHANGQING, YUNHE. Deliver them with \"run collect-uploads\"");
        assertThat(wang.type("key", "renew").err()).contains("There is already a next key");
        assertThat(wang.type("key", "add", "YUNHE", file.toString()).exitCode())
                .as("it is nobody else's")
                .isEqualTo(1);
    }

    private void everyInsurerGetsIt() {
        assertThat(exchange.collect().problems()).isEmpty();

        assertThat(commands.type("status").out()).doesNotContain("collect-uploads, then check");
        JsonNode key = own(0);
        assertThat(key.at("/fingerprint").asString()).isEqualTo(next);
        assertThat(key.at("/state").asString()).isEqualTo("WAITS");
        assertThat(key.at("/announced/0/insurer").asString()).isEqualTo("BEIDOU");
        assertThat(key.at("/announced/0/file").asString()).isEqualTo("certificate-BEIDOU-20261012-001.asc.pgp");
        assertThat(key.at("/announced/0/delivered_at").asString()).isEqualTo(NOW);
        assertThat(commands.type("key", "list", "--own").out())
                .contains("Announced to insurers:", "certificate-YUNHE-20261012-001.asc.pgp");
    }

    private void itsTurnComes() {
        clock.set(TURN);

        assertThat(own(0).at("/state").asString()).isEqualTo("SIGNS");
        assertThat(own(1).at("/state").asString()).isEqualTo("OPENS");
        assertThat(commands.type("key", "export").out())
                .isEqualTo(exchange.ownCertificate().armored());
        assertThat(exchange.ownCertificate().fingerprint().value()).isEqualTo(next);
    }

    private void twoRetireTheOldOne() {
        clock.set(LATER);
        CommandOutput asked = wang.type("key", "retire", old, "--reason", "replaced");
        assertThat(asked.err()).isEmpty();
        assertThat(asked.out())
                .contains("would stop signing from 2026-11-12 09:00", "which the insurers see: replaced");

        CommandOutput confirmed = li.type("confirm", "2");

        assertThat(confirmed.err()).isEmpty();
        assertThat(confirmed.out()).contains("decrypts files that arrive until 2026-12-12 09:00");
        assertThat(own(1).at("/reason").asString()).isEqualTo("replaced");
        assertThat(exchange.collect().problems()).isEmpty();
        assertThat(own(1).at("/announced/2/file").asString()).isEqualTo("certificate-YUNHE-20261112-001.asc.pgp");
        assertThat(wang.type("key", "retire", old, "--reason", "again").err()).contains("permanently");
    }

    private JsonNode own(int number) {
        return commands.json("key", "list", "--own").at("/keys/" + number);
    }
}
