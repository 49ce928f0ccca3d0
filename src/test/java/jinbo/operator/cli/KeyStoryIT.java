package jinbo.operator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import jinbo.exchange.openpgp.Certificate;
import jinbo.exchange.openpgp.SecretKeys;
import jinbo.participant.staff.Role;
import jinbo.testing.CommandOutput;
import jinbo.testing.CommandSession;
import jinbo.testing.SettableClock;
import jinbo.testing.Steps;
import jinbo.testing.TestExchange;
import jinbo.testing.TestPeople;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** An insurer sends its next certificate, is called back, and two people let it count; the old one is revoked by two. */
class KeyStoryIT {

    private static final String NOW = "2026-11-24T09:00:00+08:00";

    private final SettableClock clock = new SettableClock(NOW);
    private final Certificate next = SecretKeys.generate(
                    "Yunhe Life, next <exchange@yunhe.example>", clock.instant().minusSeconds(3600))
            .certificate();
    private final String old =
            TestExchange.secretOf("YUNHE").certificate().fingerprint().value();
    private final String readOut = next.fingerprint().toGroupedString();
    private final Steps steps = new Steps();

    @TempDir
    private Path folder;

    private CommandSession commands;
    private CommandSession wang;
    private CommandSession li;

    @Test
    void fromTheOldKeyToTheNewOne() {
        try (TestExchange exchange = TestExchange.start(folder.resolve("home"), clock)) {
            commands = CommandSession.over(exchange);
            TestPeople people = new TestPeople(exchange, folder);
            wang = commands.as(people.join("wang", Role.KEY_OFFICER));
            li = commands.as(people.join("li", Role.KEY_OFFICER));
            steps.take("the insurer sends its next certificate", () -> sends(exchange, 1));

            steps.take("the certificate waits", this::itWaits);
            steps.take(
                    "a certificate that two refused comes again", () -> refusedByTwoItSaysSoWhenItComesAgain(exchange));
            steps.take("other digits than its own are refused", this::otherDigitsThanItsOwnAreRefused);
            steps.take("two accept what the insurer reads out", () -> whatTheInsurerReadsOutIsAcceptedByTwo(exchange));
            steps.take("two revoke the old certificate", this::theOldOneIsRevokedByTwo);
            steps.take("the revoked certificate never comes back", this::whatIsRevokedComesNeverBack);
        }
    }

    private void sends(TestExchange exchange, int number) {
        exchange.upload(
                "YUNHE",
                "certificate-YUNHE-20261124-00" + number + ".asc.pgp",
                next.armored().getBytes(StandardCharsets.US_ASCII));
        assertThat(exchange.collect().problems()).isEmpty();
    }

    private void refusedByTwoItSaysSoWhenItComesAgain(TestExchange exchange) {
        assertThat(commands.type("key", "waiting").out()).doesNotContain("came before");
        wang.type("key", "refuse", "YUNHE", readOut, "--reason", "Ms Chen knows of no new key");
        assertThat(li.type("confirm", "1").out()).contains("no longer waits");
        assertThat(commands.type("key", "waiting").out()).startsWith("No certificates are waiting.");

        sends(exchange, 2);

        String refused =
                "This certificate was refused before, at 2026-11-24 09:00 by wang, li: Ms Chen knows of no new key.";
        assertThat(commands.type("key", "waiting").out())
                .contains(readOut, refused, "Ask the insurer why it was sent again.");
        assertThat(commands.in("zh").type("key", "waiting").out())
                .contains("该证书曾于 2026-11-24 09:00 由 wang, li 拒绝：Ms Chen knows of no new key。");
        JsonNode before = commands.json("key", "waiting").at("/certificates/0/refused_before");
        assertThat(before.at("/by/1").asString()).isEqualTo("li");
        assertThat(before.at("/at").asString()).startsWith("2026-11-24T09:00");
        assertThat(exchange.sql()
                        .sql("select operator_detail from inbound_file order by id desc limit 1")
                        .query(String.class)
                        .single())
                .contains("was refused before", "by wang, li");
    }

    private void itWaits() {
        CommandOutput waiting = commands.type("key", "waiting");

        assertThat(waiting.err()).isEmpty();
        assertThat(waiting.out()).contains(readOut, "Yunhe Life, next", "SIGNING_KEY", "Call the insurer back");
        assertThat(commands.type("status").out()).contains("YUNHE: new certificates that two people must check");
        assertThat(commands.type("key", "list", "YUNHE").out())
                .contains(old)
                .doesNotContain(next.fingerprint().value());
    }

    private void otherDigitsThanItsOwnAreRefused() {
        CommandOutput misheard = wang.type("key", "accept", "YUNHE", old);

        assertThat(misheard.exitCode()).isEqualTo(1);
        assertThat(misheard.err()).contains("has read out a fingerprint other than", "refuse it");
        assertThat(commands.type("key", "accept", "YUNHE", readOut.substring(5)).exitCode())
                .as("a part of the digits proves nothing")
                .isEqualTo(2);
    }

    private void whatTheInsurerReadsOutIsAcceptedByTwo(TestExchange exchange) {
        CommandOutput asked =
                wang.type("key", "accept", "YUNHE", readOut, "--reason", "called back, Ms Chen read it out");
        assertThat(asked.err()).isEmpty();
        assertThat(asked.out())
                .contains(readOut, "waits for a second person: confirm 2")
                .contains("This certificate was refused before, at 2026-11-24 09:00 by wang, li: Ms Chen knows of no"
                        + " new key.");
        assertThat(commands.type("key", "list", "YUNHE").out())
                .doesNotContain(next.fingerprint().value());

        CommandOutput confirmed = li.type("confirm", "2");

        assertThat(confirmed.err()).isEmpty();
        assertThat(confirmed.out()).contains("Accepted for YUNHE, which has read out the fingerprint.");
        assertThat(commands.type("key", "waiting").out()).startsWith("No certificates are waiting.");
        assertThat(JdbcClient.create(exchange.owner())
                        .sql("select actor || ' ' || confirmed_by || ' ' || purpose from access_log_entry"
                                + " where phase = 'RESULT' and action = 'DECIDE' order by id desc limit 1")
                        .query(String.class)
                        .single())
                .isEqualTo("wang li called back, Ms Chen read it out");
    }

    private void theOldOneIsRevokedByTwo() {
        assertThat(wang.type(
                                "key",
                                "revoke",
                                "YUNHE",
                                old,
                                "--compromised",
                                "--from",
                                "2026-11-20",
                                "--reason",
                                "stolen")
                        .exitCode())
                .as("what the second person is not shown is not recorded")
                .isEqualTo(2);
        CommandOutput asked =
                wang.type("key", "revoke", "YUNHE", old, "--compromised", "--reason", "the laptop was stolen");
        assertThat(asked.err()).isEmpty();
        assertThat(asked.out()).contains("would be revoked as compromised", "all its signatures");

        li.type("confirm", "3");

        JsonNode all = commands.json("key", "list", "YUNHE").at("/certificates");
        for (JsonNode certificate : all) {
            boolean revoked = certificate.at("/fingerprint").asString().equals(old);
            assertThat(certificate.at("/compromised").asBoolean()).isEqualTo(revoked);
            assertThat(certificate.at("/may_sign").asBoolean()).isEqualTo(!revoked);
            assertThat(certificate.at("/may_be_encrypted_to").asBoolean()).isEqualTo(!revoked);
            assertThat(certificate.at("/accepted_until").asString("")).isEqualTo(revoked ? NOW : "");
        }
        assertThat(all).hasSize(2);
    }

    private void whatIsRevokedComesNeverBack() {
        CommandOutput again = wang.type("key", "add", "YUNHE", "keys-sample/YUNHE.public.asc");

        assertThat(again.exitCode()).isEqualTo(1);
        assertThat(again.err()).contains("is revoked", "permanently");
    }
}
