package jinbo.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
    private final Map<String, String> settings = StorySettings.at("2026-11-24T09:00:00+08:00", database);

    @TempDir
    private Path folder;

    private TestPerson wang;
    private TestPerson li;
    private TestPerson zhao;

    @BeforeEach
    void keys() {
        wang = TestPerson.withKeyIn(folder, "wang");
        li = TestPerson.withKeyIn(folder, "li");
        zhao = TestPerson.withKeyIn(folder, "zhao");
    }

    @Test
    void fromNobodyToFourEyes() throws IOException {
        beforeThereArePeopleTheOwnerActs();
        theOwnerAddsTheFirstPerson();
        fromThenOnAPersonMustAct();
        theFirstPersonAddsTheSecond();
        aCertificateTakesTwo();
        whatCouldNotBeDoneIsNotAskedFor();
        aStoredFileThatWasChangedIsNotUsed();
        anOperatorIsAddedByTwo();
        eachRoleHasItsLimits();
        withoutAnAgreementThereAreNoNumbers();
        whatDiedInBetweenIsToldAndNotRepeated();
    }

    private void beforeThereArePeopleTheOwnerActs() {
        assertThat(english("insurer", "add", "YUNHE", "--name", "云河人寿", "--sector", "LIFE")
                        .exitCode())
                .isZero();
        assertThat(log("phase || ' ' || role || ' ' || insurer || ' ' || object"))
                .as("who takes part is told in any case")
                .containsExactly(
                        "INTENT OPERATOR YUNHE insurer add --name=云河人寿 --sector=LIFE YUNHE",
                        "RESULT OPERATOR YUNHE insurer add --name=云河人寿 --sector=LIFE YUNHE");
    }

    private void theOwnerAddsTheFirstPerson() {
        TypedCommand operator = english(add(zhao, "OPERATOR"));
        TypedCommand first = english(add(wang, "KEY_OFFICER"));

        assertThat(operator.exitCode()).isEqualTo(1);
        assertThat(operator.err()).contains("The first two people are key officers");
        assertThat(first.err()).isEmpty();
        assertThat(first.exitCode()).isZero();
        assertThat(first.out()).contains("wang", "person agree wang --confidentiality DATE");
        assertThat(log("phase || ' ' || role || ' ' || outcome"))
                .as("who began is told in the access log")
                .contains("RESULT OPERATOR FAILED TooFewKeyOfficers", "RESULT OPERATOR DONE");
    }

    private void fromThenOnAPersonMustAct() {
        TypedCommand nobody = english("insurer", "suspend", "YUNHE");
        TypedCommand chinese = TypedCommand.run(
                settings,
                List.of("--home", home().toString(), "--lang", "zh", "insurer", "suspend", "YUNHE", "--as", "wang"));

        assertThat(nobody.exitCode()).isEqualTo(1);
        assertThat(nobody.err()).contains("--as NAME (or JINBO_PERSON)", "--identity FILE (or JINBO_PERSON_KEY)");
        assertThat(chinese.err()).startsWith("未能证明操作人身份");
        assertThat(english("status").exitCode()).as("it shows no personal data").isZero();
    }

    private void theFirstPersonAddsTheSecond() {
        TypedCommand second = as(wang, add(li, "KEY_OFFICER"));

        assertThat(second.err()).isEmpty();
        assertThat(second.out()).startsWith("Person").doesNotContain("confirm");
        assertThat(log("actor || ' ' || role || ' ' || object"))
                .contains("wang KEY_OFFICER person add --full-name=Li --role=KEY_OFFICER --ssh-key=li-key.pub li");
    }

    private void aCertificateTakesTwo() {
        TypedCommand asked = as(wang, "key", "add", "YUNHE", CERTIFICATE, "--reason", "their new exchange server");
        TypedCommand alone = as(wang, "confirm", "1");
        JsonNode shown = english("confirm", "show", "1", "--output", "json").json();
        String before = english("key", "list").out();
        TypedCommand confirmed = as(li, "confirm", "1");
        TypedCommand again = as(li, "confirm", "1");

        assertThat(asked.err()).isEmpty();
        assertThat(asked.exitCode()).isZero();
        assertThat(asked.out())
                .contains(FINGERPRINT, "Request 1 is recorded; a second person confirms it with: confirm 1");
        assertThat(alone.exitCode()).isEqualTo(1);
        assertThat(alone.err()).contains("is wang's own; another person confirms it");
        assertThat(before).startsWith("There are no certificates.");
        assertThat(shown.at("/command").asString())
                .isEqualTo("key add --reason=their new exchange server YUNHE YUNHE.public.asc");
        assertThat(shown.at("/would").asString()).contains(FINGERPRINT);
        assertThat(shown.at("/state").asString()).isEqualTo("OPEN");
        assertThat(confirmed.err()).isEmpty();
        assertThat(confirmed.exitCode()).isZero();
        assertThat(confirmed.out()).contains("Request 1 of wang, confirmed by li", "Accepted for YUNHE.");
        assertThat(again.exitCode()).isEqualTo(1);
        assertThat(again.err()).contains("waits no more: it was carried out (DONE)");
        assertThat(
                        log(
                                "actor || ' ' || coalesce(confirmed_by, '-') || ' ' || purpose || ': ' || coalesce(outcome, '')"))
                .contains("wang li their new exchange server: DONE");
        assertThat(log("phase || ' ' || object"))
                .as("which bytes were taken, by what the second person was shown")
                .contains("RESULT request 1: key add YUNHE YUNHE.public.asc; YUNHE.public.asc has SHA-256 "
                        + shown.at("/files/0/sha256").asString());
        assertThat(home().resolve("requests"))
                .as("nothing is left of the copy that was used")
                .isDirectoryNotContaining("glob:**/checked-*");
    }

    private void whatCouldNotBeDoneIsNotAskedFor() {
        TypedCommand secret = as(wang, "key", "add", "YUNHE", "keys-sample/YUNHE.secret.asc");
        TypedCommand number = as(wang, "key", "add", "YUNHE", CERTIFICATE, "--reason", "they called from 13810001234");

        assertThat(secret.exitCode()).isEqualTo(1);
        assertThat(secret.err()).startsWith("The key cannot be used: ");
        assertThat(number.exitCode()).isEqualTo(1);
        assertThat(number.err()).contains("phone number").doesNotContain("13810001234");
        assertThat(as(wang, "key", "add", "YUNHE", copyOf(CERTIFICATE, "YUNHE 6555-1234.asc"))
                        .err())
                .contains("phone number")
                .doesNotContain("1234");
        assertThat(home().resolve("requests")).isDirectoryNotContaining("glob:**/2");
        assertThat(english("confirm", "list").out()).startsWith("No request waits");
        assertThat(String.join(" ", log("purpose || object || coalesce(outcome, '')")))
                .doesNotContain("13810001234");
    }

    private void aStoredFileThatWasChangedIsNotUsed() throws IOException {
        long request = as(wang, "key", "add", "YUNHE", CERTIFICATE, "--output", "json")
                .json()
                .at("/request")
                .asLong();
        Path kept = home().resolve("requests/" + request + "/3");
        assertThat(kept).hasSameBinaryContentAs(Path.of(CERTIFICATE));
        Files.copy(Path.of("keys-sample/BEIDOU.public.asc"), kept, java.nio.file.StandardCopyOption.REPLACE_EXISTING);

        TypedCommand confirmed = as(li, "confirm", "" + request);
        TypedCommand withdrawn = as(wang, "confirm", "refuse", "" + request, "--reason", "somebody changed it");

        assertThat(confirmed.exitCode()).isEqualTo(1);
        assertThat(confirmed.err()).contains("YUNHE.public.asc", "find out who");
        assertThat(withdrawn.out()).contains("was refused and is not carried out");
    }

    private void anOperatorIsAddedByTwo() {
        JsonNode asked = json(wang, add(zhao, "OPERATOR"));

        JsonNode confirmed = json(li, "confirm", asked.at("/request").asString());

        assertThat(asked.at("/would").asString()).startsWith("zhao (Zhao) would act as OPERATOR");
        assertThat(confirmed.propertyNames())
                .containsExactly("request", "command", "requested_by", "confirmed_by", "answer");
        assertThat(confirmed.at("/answer/name").asString()).isEqualTo("zhao");
    }

    private void eachRoleHasItsLimits() {
        TypedCommand keys = as(zhao, "key", "add", "YUNHE", CERTIFICATE);
        TypedCommand jobs = as(wang, "run", "collect-uploads");

        assertThat(keys.exitCode()).isEqualTo(1);
        assertThat(keys.err()).contains("zhao has the role OPERATOR; this is for [KEY_OFFICER]");
        assertThat(jobs.err()).contains("this is for [OPERATOR]");
        assertThat(log("actor || ' ' || phase || ' ' || object"))
                .contains("zhao REFUSAL key add YUNHE YUNHE.public.asc", "wang REFUSAL run collect-uploads");
    }

    private void withoutAnAgreementThereAreNoNumbers() {
        TypedCommand verify = as(zhao, "registry", "verify");
        JsonNode asked = json(wang, "person", "agree", "zhao", "--confidentiality", "2026-11-01");
        json(li, "confirm", asked.at("/request").asString());

        assertThat(verify.exitCode()).isEqualTo(1);
        assertThat(verify.err()).contains("zhao is bound by no confidentiality agreement");
        assertThat(as(zhao, "registry", "verify").exitCode()).isZero();
        assertThat(log("actor || ' ' || phase || ' ' || action"))
                .contains("zhao REFUSAL VERIFY_REGISTRY", "zhao INTENT VERIFY_REGISTRY");
    }

    /** The process dies with the confirmation committed and nothing carried out: the table holds just that. */
    private void whatDiedInBetweenIsToldAndNotRepeated() {
        String request = json(wang, "insurer", "add", "BEIDOU", "--name", "北斗", "--sector", "LIFE")
                .at("/request")
                .asString();
        sql().sql("insert into request_decision (request, requested_by, decision, decided_by, decided_at)"
                        + " values (?, 'wang', 'CONFIRMED', 'li', '2026-11-24T01:00:00Z')")
                .param(Long.valueOf(request))
                .update();

        TypedCommand again = as(li, "confirm", request);

        assertThat(again.exitCode()).isEqualTo(1);
        assertThat(again.err()).contains("look whether it has taken effect, and if not, ask for it again");
        assertThat(english("insurer", "list").out()).doesNotContain("BEIDOU");
        assertThat(english("status").out())
                .contains("Requests that wait for a second person, or whose end is not recorded: " + request);
    }

    private String copyOf(String file, String name) {
        try {
            return Files.copy(Path.of(file), folder.resolve(name)).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String[] add(TestPerson person, String role) {
        String fullName = person.name().substring(0, 1).toUpperCase(java.util.Locale.ROOT)
                + person.name().substring(1);
        return new String[] {
            "person",
            "add",
            person.name(),
            "--full-name",
            fullName,
            "--role",
            role,
            "--ssh-key",
            person.publicKey().toString()
        };
    }

    private List<String> log(String columns) {
        return sql().sql("select " + columns + " from access_log_entry order by id")
                .query(String.class)
                .list();
    }

    private JdbcClient sql() {
        return JdbcClient.create(new DriverManagerDataSource(database));
    }

    private Path home() {
        return folder.resolve("home").toAbsolutePath();
    }

    private JsonNode json(TestPerson person, String... typed) {
        List<String> all = new ArrayList<>(List.of(typed));
        all.addAll(List.of("--output", "json"));
        TypedCommand command = as(person, all.toArray(String[]::new));
        assertThat(command.err()).isEmpty();
        assertThat(command.exitCode()).isZero();
        return command.json();
    }

    private TypedCommand as(TestPerson person, String... typed) {
        List<String> all = new ArrayList<>(List.of(typed));
        all.addAll(person.options());
        return english(all.toArray(String[]::new));
    }

    private TypedCommand english(String... typed) {
        List<String> all = new ArrayList<>(List.of("--home", home().toString(), "--lang", "en"));
        all.addAll(List.of(typed));
        return TypedCommand.run(settings, all);
    }
}
