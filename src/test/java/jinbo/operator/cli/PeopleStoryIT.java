package jinbo.operator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import jinbo.testing.CommandOutput;
import jinbo.testing.CommandSession;
import jinbo.testing.SettableClock;
import jinbo.testing.Steps;
import jinbo.testing.TestDatabase;
import jinbo.testing.TestPerson;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import tools.jackson.databind.JsonNode;

/** An association grows from nobody to several people, and from then on two of them decide. */
class PeopleStoryIT {

    private static final String CERTIFICATE = "keys-sample/YUNHE.public.asc";
    private static final String FINGERPRINT = "1DE3 8723 BD0C 1DCA 151D 9B88 70E8 93BB 7A01 67A4";

    private final String database = TestDatabase.freshUrl();
    private final Steps steps = new Steps();

    @TempDir
    private Path folder;

    private CommandSession commands;
    private TestPerson wang;
    private TestPerson li;
    private TestPerson zhao;

    @BeforeEach
    void open() {
        commands =
                CommandSession.over(folder.resolve("home"), database, new SettableClock("2026-11-24T09:00:00+08:00"));
        wang = TestPerson.withKeyIn(folder, "wang");
        li = TestPerson.withKeyIn(folder, "li");
        zhao = TestPerson.withKeyIn(folder, "zhao");
    }

    @Test
    void fromNobodyToFourEyes() {
        steps.take("while there are no people the owner acts", this::beforeThereArePeopleTheOwnerActs);
        steps.take("the owner adds the first person", this::theOwnerAddsTheFirstPerson);
        commands.startAnew();
        steps.take("from then on a person must act", this::fromThenOnAPersonMustAct);
        steps.take("the first person adds the second", this::theFirstPersonAddsTheSecond);
        steps.take("two people accept a certificate", this::aCertificateTakesTwo);
        steps.take("what cannot be done is not recorded as a request", this::whatCouldNotBeDoneIsNotAskedFor);
        commands.startAnew();
        steps.take("a stored file that was changed is not used", this::aStoredFileThatWasChangedIsNotUsed);
        steps.take("two people add an operator", this::anOperatorIsAddedByTwo);
        steps.take("each role has its limits", this::eachRoleHasItsLimits);
        steps.take("without an agreement there are no numbers", this::withoutAnAgreementThereAreNoNumbers);
        steps.take(
                "an interrupted confirmation is reported and not repeated",
                this::whatDiedInBetweenIsToldAndNotRepeated);
    }

    private void beforeThereArePeopleTheOwnerActs() {
        assertThat(commands.type("insurer", "add", "YUNHE", "--name", "云河人寿", "--line", "LIFE")
                        .exitCode())
                .isZero();
        assertThat(log("phase || ' ' || role || ' ' || insurer || ' ' || object"))
                .as("who takes part is told in any case")
                .containsExactly(
                        "INTENT OPERATOR YUNHE insurer add --name=云河人寿 --line=LIFE YUNHE",
                        "RESULT OPERATOR YUNHE insurer add --name=云河人寿 --line=LIFE YUNHE");
    }

    private void theOwnerAddsTheFirstPerson() {
        CommandOutput operator = commands.type(zhao.adding("OPERATOR"));
        CommandOutput first = commands.type(wang.adding("KEY_OFFICER"));

        assertThat(operator.exitCode()).isEqualTo(1);
        assertThat(operator.err()).contains("The first two people must be key officers");
        assertThat(first.err()).isEmpty();
        assertThat(first.exitCode()).isZero();
        assertThat(first.out()).contains("wang", "person agree wang --confidentiality DATE");
        assertThat(log("phase || ' ' || role || ' ' || outcome"))
                .as("who began is told in the access log")
                .contains("RESULT OPERATOR FAILED FIRST_ARE_KEY_OFFICERS", "RESULT OPERATOR DONE");
    }

    private void fromThenOnAPersonMustAct() {
        CommandOutput nobody = commands.type("insurer", "suspend", "YUNHE");
        CommandOutput chinese = commands.in("zh").type("insurer", "suspend", "YUNHE", "--as", "wang");

        assertThat(nobody.exitCode()).isEqualTo(1);
        assertThat(nobody.err())
                .contains(
                        "--as NAME (or the environment variable JINBO_PERSON)",
                        "--identity FILE (or the environment variable JINBO_PERSON_KEY)");
        assertThat(chinese.err()).startsWith("该操作须指明操作人");
        assertThat(commands.type("status").exitCode())
                .as("it shows no personal data")
                .isZero();
    }

    private void theFirstPersonAddsTheSecond() {
        CommandOutput second = commands.as(wang).type(li.adding("KEY_OFFICER"));

        assertThat(second.err()).isEmpty();
        assertThat(second.out()).startsWith("Person").doesNotContain("confirm");
        assertThat(log("actor || ' ' || role || ' ' || object"))
                .contains("wang KEY_OFFICER person add --full-name=Li --role=KEY_OFFICER --ssh-key=li-key.pub li");
    }

    private void aCertificateTakesTwo() {
        CommandOutput asked =
                commands.as(wang).type("key", "add", "YUNHE", CERTIFICATE, "--reason", "their new exchange server");
        CommandOutput alone = commands.as(wang).type("confirm", "1");
        JsonNode shown = commands.json("confirm", "show", "1");
        String before = commands.type("key", "list").out();
        CommandOutput confirmed = commands.as(li).type("confirm", "1");
        CommandOutput again = commands.as(li).type("confirm", "1");

        assertThat(asked.err()).isEmpty();
        assertThat(asked.exitCode()).isZero();
        assertThat(asked.out()).contains(FINGERPRINT, "Request 1 is recorded and waits for a second person: confirm 1");
        assertThat(alone.exitCode()).isEqualTo(1);
        assertThat(alone.err()).contains("was made by wang; another person must confirm it");
        assertThat(before).startsWith("No certificates yet.");
        assertThat(shown.at("/command").asString())
                .isEqualTo("key add --reason=their new exchange server YUNHE YUNHE.public.asc");
        assertThat(shown.at("/would").asString()).contains(FINGERPRINT);
        assertThat(shown.at("/state").asString()).isEqualTo("OPEN");
        assertThat(confirmed.err()).isEmpty();
        assertThat(confirmed.exitCode()).isZero();
        assertThat(confirmed.out()).contains("Request 1 from wang, confirmed by li", "Accepted for YUNHE.");
        assertThat(again.exitCode()).isEqualTo(1);
        assertThat(again.err()).contains("was already carried out (DONE)");
        assertThat(
                        log(
                                "actor || ' ' || coalesce(confirmed_by, '-') || ' ' || purpose || ': ' || coalesce(outcome, '')"))
                .contains("wang li their new exchange server: DONE");
        assertThat(log("phase || ' ' || object"))
                .as("which bytes were taken, by what the second person was shown")
                .contains("RESULT request 1: key add YUNHE YUNHE.public.asc; YUNHE.public.asc has SHA-256 "
                        + shown.at("/files/0/sha256").asString());
        assertThat(commands.home().resolve("requests"))
                .as("nothing is left of the copy that was used")
                .isDirectoryNotContaining("glob:**/checked-*");
    }

    private void whatCouldNotBeDoneIsNotAskedFor() {
        CommandOutput secret = commands.as(wang).type("key", "add", "YUNHE", "keys-sample/YUNHE.secret.asc");
        CommandOutput number =
                commands.as(wang).type("key", "add", "YUNHE", CERTIFICATE, "--reason", "they called from 13810001234");

        assertThat(secret.exitCode()).isEqualTo(1);
        assertThat(secret.err()).startsWith("This contains a secret key, which must never leave its owner; ");
        assertThat(number.exitCode()).isEqualTo(1);
        assertThat(number.err()).contains("phone number").doesNotContain("13810001234");
        assertThat(commands.as(wang)
                        .type("key", "add", "YUNHE", copyOf(CERTIFICATE, "YUNHE 6555-1234.asc"))
                        .err())
                .contains("phone number")
                .doesNotContain("1234");
        assertThat(commands.home().resolve("requests")).isDirectoryNotContaining("glob:**/2");
        assertThat(commands.type("confirm", "list").out()).startsWith("No requests are waiting");
        assertThat(String.join(" ", log("purpose || object || coalesce(outcome, '')")))
                .doesNotContain("13810001234");
    }

    private void aStoredFileThatWasChangedIsNotUsed() throws IOException {
        long request = commands.as(wang)
                .json("key", "add", "YUNHE", CERTIFICATE)
                .at("/request")
                .asLong();
        Path kept = commands.home().resolve("requests/" + request + "/0");
        assertThat(kept).hasSameBinaryContentAs(Path.of(CERTIFICATE));
        Files.copy(Path.of("keys-sample/BEIDOU.public.asc"), kept, java.nio.file.StandardCopyOption.REPLACE_EXISTING);

        CommandOutput confirmed = commands.as(li).type("confirm", "" + request);
        CommandOutput withdrawn =
                commands.as(wang).type("confirm", "refuse", "" + request, "--reason", "somebody changed it");

        assertThat(confirmed.exitCode()).isEqualTo(1);
        assertThat(confirmed.err()).contains("YUNHE.public.asc", "find out by whom");
        assertThat(withdrawn.out()).contains("was refused. Nothing was changed");
    }

    private void anOperatorIsAddedByTwo() {
        JsonNode asked = commands.as(wang).json(zhao.adding("OPERATOR"));

        JsonNode confirmed =
                commands.as(li).json("confirm", asked.at("/request").asString());

        assertThat(asked.at("/would").asString()).startsWith("zhao (Zhao) would be registered with the role OPERATOR");
        assertThat(confirmed.propertyNames())
                .containsExactly("request", "command", "requested_by", "confirmed_by", "answer");
        assertThat(confirmed.at("/answer/name").asString()).isEqualTo("zhao");
    }

    private void eachRoleHasItsLimits() {
        CommandOutput keys = commands.as(zhao).type("key", "add", "YUNHE", CERTIFICATE);
        CommandOutput jobs = commands.as(wang).type("run", "collect-uploads");

        assertThat(keys.exitCode()).isEqualTo(1);
        assertThat(keys.err()).contains("zhao has the role OPERATOR; this operation needs the role KEY_OFFICER");
        assertThat(jobs.err()).contains("this operation needs the role OPERATOR");
        assertThat(log("actor || ' ' || phase || ' ' || object"))
                .contains("zhao REFUSAL key add YUNHE YUNHE.public.asc", "wang REFUSAL run collect-uploads");
    }

    private void withoutAnAgreementThereAreNoNumbers() {
        CommandOutput verify = commands.as(zhao).type("registry", "verify");
        JsonNode asked = commands.as(wang).json("person", "agree", "zhao", "--confidentiality", "2026-11-01");
        commands.as(li).json("confirm", asked.at("/request").asString());

        assertThat(verify.exitCode()).isEqualTo(1);
        assertThat(verify.err()).contains("zhao has no confidentiality agreement");
        assertThat(commands.as(zhao).type("registry", "verify").exitCode()).isZero();
        assertThat(log("actor || ' ' || phase || ' ' || action"))
                .contains("zhao REFUSAL VERIFY_REGISTRY", "zhao INTENT VERIFY_REGISTRY");
    }

    /** The process dies with the confirmation committed and nothing carried out: the table holds just that. */
    private void whatDiedInBetweenIsToldAndNotRepeated() {
        String request = commands.as(wang)
                .json("insurer", "add", "BEIDOU", "--name", "北斗", "--line", "LIFE")
                .at("/request")
                .asString();
        sql().sql("insert into request_decision (request, requested_by, decision, decided_by, decided_at)"
                        + " values (?, 'wang', 'CONFIRMED', 'li', '2026-11-24T01:00:00Z')")
                .param(Long.valueOf(request))
                .update();

        CommandOutput again = commands.as(li).type("confirm", request);

        assertThat(again.exitCode()).isEqualTo(1);
        assertThat(again.err()).contains("Check whether it has taken effect; if not, send it again");
        assertThat(commands.type("insurer", "list").out()).doesNotContain("BEIDOU");
        assertThat(commands.type("status").out())
                .contains("Requests that wait for a second person or have no recorded result: " + request);
    }

    private String copyOf(String file, String name) {
        try {
            return Files.copy(Path.of(file), folder.resolve(name)).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> log(String columns) {
        return sql().sql("select " + columns
                        + " from access_log_entry where purpose not like 'the record after %' order by id")
                .query(String.class)
                .list();
    }

    private JdbcClient sql() {
        return JdbcClient.create(new DriverManagerDataSource(database));
    }
}
