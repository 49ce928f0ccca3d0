package jinbo.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jinbo.envelope.Certificate;
import jinbo.envelope.SecretKeys;
import jinbo.testing.SettableClock;
import jinbo.testing.TestExchange;
import jinbo.testing.TestPerson;
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
    private final String readOut = KeyJudged.inGroups(next.fingerprint().value());
    private Map<String, String> settings = Map.of();

    @TempDir
    private Path folder;

    private TestPerson wang;
    private TestPerson li;

    @Test
    void fromTheOldKeyToTheNewOne() {
        try (TestExchange exchange = TestExchange.start(folder.resolve("home"), clock)) {
            settings = StorySettings.at(NOW, exchange.databaseUrl());
            twoKeyOfficers();
            sends(exchange, 1);

            itWaits();
            refusedByTwoItSaysSoWhenItComesAgain(exchange);
            otherDigitsThanItsOwnAreRefused();
            whatTheInsurerReadsOutIsAcceptedByTwo(exchange);
            theOldOneIsRevokedByTwo();
            whatIsRevokedComesNeverBack();
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
        assertThat(english("key", "waiting").out()).doesNotContain("came before");
        as(wang, "key", "refuse", "YUNHE", readOut, "--reason", "Ms Chen knows of no new key");
        assertThat(as(li, "confirm", "1").out()).contains("waits no longer");
        assertThat(english("key", "waiting").out()).startsWith("No certificate waits.");

        sends(exchange, 2);

        String refused = "It came before and was refused at 2026-11-24 09:00 by wang, li: Ms Chen knows of no new key.";
        assertThat(english("key", "waiting").out()).contains(readOut, refused, "Ask the insurer why it comes again.");
        assertThat(in("zh", "key", "waiting").out())
                .contains("此证书曾报送，并于 2026-11-24 09:00 由 wang, li 拒绝：Ms Chen knows of no new key。");
        JsonNode before = english("key", "waiting", "--output", "json").json().at("/certificates/0/refused_before");
        assertThat(before.at("/by/1").asString()).isEqualTo("li");
        assertThat(before.at("/at").asString()).startsWith("2026-11-24T09:00");
        assertThat(exchange.sql()
                        .sql("select operator_detail from inbound_file order by id desc limit 1")
                        .query(String.class)
                        .single())
                .contains("was refused before", "by wang, li");
    }

    private void itWaits() {
        TypedCommand waiting = english("key", "waiting");

        assertThat(waiting.err()).isEmpty();
        assertThat(waiting.out()).contains(readOut, "Yunhe Life, next", "SIGNING_KEY", "Call the insurer back");
        assertThat(english("status").out()).contains("YUNHE: certificates that it has sent and that wait");
        assertThat(english("key", "list", "YUNHE").out())
                .contains(old)
                .doesNotContain(next.fingerprint().value());
    }

    private void otherDigitsThanItsOwnAreRefused() {
        TypedCommand misheard = as(wang, "key", "accept", "YUNHE", old);

        assertThat(misheard.exitCode()).isEqualTo(1);
        assertThat(misheard.err()).contains("has read out other digits", "refuse it");
        assertThat(english("key", "accept", "YUNHE", readOut.substring(5)).exitCode())
                .as("a part of the digits proves nothing")
                .isEqualTo(2);
    }

    private void whatTheInsurerReadsOutIsAcceptedByTwo(TestExchange exchange) {
        TypedCommand asked =
                as(wang, "key", "accept", "YUNHE", readOut, "--reason", "called back, Ms Chen read it out");
        assertThat(asked.err()).isEmpty();
        assertThat(asked.out())
                .contains(readOut, "a second person confirms it with: confirm 2")
                .contains(
                        "It came before and was refused at 2026-11-24 09:00 by wang, li: Ms Chen knows of no new key.");
        assertThat(english("key", "list", "YUNHE").out())
                .doesNotContain(next.fingerprint().value());

        TypedCommand confirmed = as(li, "confirm", "2");

        assertThat(confirmed.err()).isEmpty();
        assertThat(confirmed.out()).contains("Accepted for YUNHE, whose people have read the fingerprint out.");
        assertThat(english("key", "waiting").out()).startsWith("No certificate waits.");
        assertThat(JdbcClient.create(exchange.owner())
                        .sql("select actor || ' ' || confirmed_by || ' ' || purpose from access_log_entry"
                                + " where phase = 'RESULT' and action = 'DECIDE' order by id desc limit 1")
                        .query(String.class)
                        .single())
                .isEqualTo("wang li called back, Ms Chen read it out");
    }

    private void theOldOneIsRevokedByTwo() {
        assertThat(as(
                                wang,
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
        TypedCommand asked =
                as(wang, "key", "revoke", "YUNHE", old, "--compromised", "--reason", "the laptop was stolen");
        assertThat(asked.err()).isEmpty();
        assertThat(asked.out()).contains("would count as compromised", "nothing that it ever signed");

        as(li, "confirm", "3");

        JsonNode all =
                english("key", "list", "YUNHE", "--output", "json").json().at("/certificates");
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
        TypedCommand again = as(wang, "key", "add", "YUNHE", "keys-sample/YUNHE.public.asc");

        assertThat(again.exitCode()).isEqualTo(1);
        assertThat(again.err()).contains("is revoked", "which is for good");
    }

    private void twoKeyOfficers() {
        wang = TestPerson.withKeyIn(folder, "wang");
        li = TestPerson.withKeyIn(folder, "li");
        assertThat(english(wang.adding("KEY_OFFICER")).err()).isEmpty();
        assertThat(as(wang, li.adding("KEY_OFFICER")).err()).isEmpty();
    }

    private TypedCommand as(TestPerson person, String... typed) {
        List<String> all = new ArrayList<>(List.of(typed));
        all.addAll(person.options());
        return english(all.toArray(String[]::new));
    }

    private TypedCommand english(String... typed) {
        return in("en", typed);
    }

    private TypedCommand in(String language, String... typed) {
        List<String> all =
                new ArrayList<>(List.of("--home", folder.resolve("home").toString(), "--lang", language));
        all.addAll(List.of(typed));
        return TypedCommand.run(settings, all);
    }
}
