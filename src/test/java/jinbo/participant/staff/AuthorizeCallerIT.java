package jinbo.participant.staff;

import static jinbo.testing.ExpectedError.error;
import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jinbo.accesslog.ActorRole;
import jinbo.platform.files.ProcessUser;
import jinbo.platform.home.DatabaseKind;
import jinbo.testing.TestPerson;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AuthorizeCallerIT {

    private static final IdentityClaim NOBODY = new IdentityClaim.ByKey(Optional.empty(), Optional.empty());
    private static final String WORDS = "some command";

    @TempDir
    private Path folder;

    private AssociationFixture associationFixture;

    @AfterEach
    void close() {
        associationFixture.close();
    }

    @Test
    void withoutPeopleAnybodyActsOnTheOwnDatabase() {
        open(DatabaseKind.OWN);

        AuthorizeCaller.Authorization authorization = judge(Duty.CHANGE_KEYS, NOBODY);

        assertThat(authorization.needsSecondPerson()).isFalse();
        assertThat(authorization.actor().name()).isEqualTo(ProcessUser.name());
        assertThat(associationFixture.refusals()).isEmpty();
    }

    @Test
    void onlyTheOwnerAddsTheFirstPersonToSharedDatabase() {
        open(DatabaseKind.SHARED);

        refused(Duty.RUN_JOBS, NOBODY, NotProvenError.NOBODY_REGISTERED);
        assertThat(judge(Duty.LOOK, NOBODY).needsSecondPerson())
                .as("it shows no personal data")
                .isFalse();
        assertThat(judge(Duty.ADMIT_PEOPLE, NOBODY).needsSecondPerson()).isFalse();
    }

    @Test
    void onSharedDatabaseOnePersonOnlyAddsTheSecond() {
        open(DatabaseKind.SHARED);
        associationFixture.join("wang", Role.KEY_OFFICER);

        assertThat(judge(Duty.CHANGE_KEYS, associationFixture.claim("wang")).needsSecondPerson())
                .isTrue();
        assertThat(judge(Duty.ADMIT_PEOPLE, associationFixture.claim("wang")).needsSecondPerson())
                .isFalse();
        FourEyes fourEyes = associationFixture.bean(FourEyes.class);
        assertThat(List.of(Duty.CHANGE_KEYS, Duty.ADMIT_PEOPLE))
                .extracting(fourEyes::areRequiredFor)
                .as("what the console says beforehand")
                .containsExactly(true, false);
    }

    @Test
    void fourEyesApplyFromTheSecondPersonOn() {
        open(DatabaseKind.OWN);
        associationFixture.join("wang", Role.KEY_OFFICER);
        boolean alone =
                judge(Duty.CHANGE_KEYS, associationFixture.claim("wang")).needsSecondPerson();
        associationFixture.join("li", Role.KEY_OFFICER);

        assertThat(alone).isFalse();
        assertThat(judge(Duty.CHANGE_KEYS, associationFixture.claim("wang")).needsSecondPerson())
                .isTrue();
        assertThat(judge(Duty.ADMIT_PEOPLE, associationFixture.claim("li")).needsSecondPerson())
                .isTrue();
        assertThat(judge(Duty.CONFIRM, associationFixture.claim("li")).needsSecondPerson())
                .isFalse();
    }

    @Test
    void fourEyesStayOnWhoeverLeaves() {
        open(DatabaseKind.OWN);
        threeKeyOfficers();
        associationFixture.leaves("sun");

        assertThat(associationFixture.bean(FourEyes.class).areRequired()).isTrue();
        assertThatExceptionOfType(StaffException.class)
                .isThrownBy(() -> associationFixture.leaves("li"))
                .is(error(StaffError.TOO_FEW_KEY_OFFICERS))
                .withMessageContaining("add a replacement");
    }

    @Test
    void theActorHasPersonRoleAndSystemUser() {
        open(DatabaseKind.OWN);
        associationFixture.join("wang", Role.KEY_OFFICER);

        AuthorizeCaller.Authorization authorization = judge(Duty.CONFIRM, associationFixture.claim("wang"));

        assertThat(authorization.actor().name()).isEqualTo("wang");
        assertThat(authorization.actor().role()).isEqualTo(ActorRole.KEY_OFFICER);
        assertThat(authorization.actor().operatingSystemUser()).isEqualTo(ProcessUser.name());
    }

    @Test
    void recordsRefusalOfUnprovenIdentity() throws IOException {
        open(DatabaseKind.OWN);
        threeKeyOfficers();
        TestPerson stranger = TestPerson.withKeyIn(folder, "stranger");
        Files.setPosixFilePermissions(stranger.publicKey(), PosixFilePermissions.fromString("rw-------"));
        Path li = ((IdentityClaim.ByKey) associationFixture.claim("li")).key().orElseThrow();
        associationFixture.leaves("sun");

        refused(Duty.RUN_JOBS, NOBODY, NotProvenError.NOT_SAID);
        refused(Duty.RUN_JOBS, named("wang", Optional.empty()), NotProvenError.NOT_SAID);
        refused(Duty.RUN_JOBS, named("nobody", Optional.of(li)), NotProvenError.UNKNOWN);
        refused(Duty.RUN_JOBS, named("Robert'); drop table person", Optional.of(li)), NotProvenError.UNKNOWN);
        refused(Duty.RUN_JOBS, named("wang", Optional.of(li)), NotProvenError.KEY_NOT_THEIRS);
        refused(Duty.RUN_JOBS, named("wang", Optional.of(stranger.identity())), NotProvenError.KEY_NOT_THEIRS);
        refused(Duty.RUN_JOBS, named("wang", Optional.of(stranger.publicKey())), NotProvenError.KEY_UNUSABLE);
        refused(Duty.RUN_JOBS, named("wang", Optional.of(folder)), NotProvenError.KEY_UNUSABLE);
        refused(Duty.RUN_JOBS, associationFixture.claim("sun"), NotProvenError.REVOKED);
        Files.setPosixFilePermissions(li, PosixFilePermissions.fromString("rw-r-----"));
        refused(Duty.RUN_JOBS, associationFixture.claim("li"), NotProvenError.KEY_OPEN_TO_OTHERS);

        assertThat(associationFixture.refusals())
                .hasSize(10)
                .allMatch(entry -> entry.startsWith(ProcessUser.name() + " DECIDE: "));
        assertThat(associationFixture.refusedObjects())
                .containsOnly(
                        WORDS + ", claimed: nobody registered",
                        WORDS + ", claimed: wang",
                        WORDS + ", claimed: li",
                        WORDS + ", claimed: sun");
    }

    @ParameterizedTest
    @EnumSource
    void rolesHaveTheDutiesOfTheTable(Role role) {
        open(DatabaseKind.OWN);
        threeKeyOfficers();
        associationFixture.join("chen", role);
        associationFixture.signs("chen");
        Set<Duty> may = EnumSet.noneOf(Duty.class);
        for (Duty duty : Duty.values()) {
            try {
                judge(duty, associationFixture.claim("chen"));
                may.add(duty);
            } catch (NotPermittedException e) {
                assertThat(e.error()).isEqualTo(StaffError.ROLE_NOT_PERMITTED);
            }
        }

        assertThat(may)
                .isEqualTo(
                        switch (role) {
                            case OPERATOR ->
                                EnumSet.of(
                                        Duty.LOOK,
                                        Duty.SERVE,
                                        Duty.KEEP_OWN_PASSWORD,
                                        Duty.SEARCH_LOG,
                                        Duty.PROVE_REGISTRY,
                                        Duty.SEARCH_BY_NUMBER,
                                        Duty.LOOK_UP_NUMBERS,
                                        Duty.SHOW_CASES,
                                        Duty.WEIGH_CASES,
                                        Duty.OPEN_CASES,
                                        Duty.ASSIGN_CASES,
                                        Duty.CONTEST_DECISIONS,
                                        Duty.DECIDE_CASES,
                                        Duty.IMPOSE_SANCTIONS,
                                        Duty.EXAMINE_FILES,
                                        Duty.RUN_JOBS,
                                        Duty.CHECK_DROPS,
                                        Duty.STOP_EXCHANGE,
                                        Duty.REFUSE_FILES,
                                        Duty.RELEASE_FILES,
                                        Duty.INGEST_UNRECORDED,
                                        Duty.CHOOSE_FOR_CONSUMERS,
                                        Duty.RELEASE_NUMBERS,
                                        Duty.WITHDRAW_UPLOADS,
                                        Duty.SETTLE_RECOVERY,
                                        Duty.RECORD_AGREEMENTS,
                                        Duty.END_PARTICIPATION,
                                        Duty.KEEP_UNITS,
                                        Duty.LOAD_REFERENCE_DATA,
                                        Duty.REFUSE_REQUESTS,
                                        Duty.CONFIRM);
                            case KEY_OFFICER ->
                                EnumSet.of(
                                        Duty.LOOK,
                                        Duty.SERVE,
                                        Duty.KEEP_OWN_PASSWORD,
                                        Duty.SEARCH_LOG,
                                        Duty.CHECK_DROPS,
                                        Duty.KEEP_PASSWORDS,
                                        Duty.PROTECT_KEYS,
                                        Duty.ADMIT_INSURERS,
                                        Duty.CHANGE_KEYS,
                                        Duty.ACCEPT_ALARMS,
                                        Duty.ADMIT_PEOPLE,
                                        Duty.REFUSE_REQUESTS,
                                        Duty.CONFIRM);
                            case AUDITOR ->
                                EnumSet.of(
                                        Duty.LOOK,
                                        Duty.SERVE,
                                        Duty.KEEP_OWN_PASSWORD,
                                        Duty.SEARCH_LOG,
                                        Duty.PROVE_REGISTRY,
                                        Duty.SEARCH_BY_NUMBER,
                                        Duty.LOOK_UP_NUMBERS,
                                        Duty.SHOW_CASES,
                                        Duty.WEIGH_CASES,
                                        Duty.EXAMINE_FILES,
                                        Duty.REFUSE_REQUESTS,
                                        Duty.CONFIRM);
                        });
        assertThat(associationFixture.refusals())
                .hasSize(Duty.values().length - may.size())
                .allMatch(entry -> entry.startsWith("chen "));
    }

    @Test
    void anAuditorCanConfirmNothing() {
        assertThat(Duty.values())
                .filteredOn(Duty::requiresSecondPerson)
                .allSatisfy(duty -> assertThat(duty.roles()).doesNotContain(Role.AUDITOR));
        open(DatabaseKind.OWN);
    }

    @Test
    void numbersRequireAConfidentialityAgreement() {
        open(DatabaseKind.OWN);
        threeKeyOfficers();
        associationFixture.join("zhao", Role.OPERATOR);

        for (Duty duty : List.of(
                Duty.RELEASE_FILES,
                Duty.PROVE_REGISTRY,
                Duty.SEARCH_BY_NUMBER,
                Duty.LOOK_UP_NUMBERS,
                Duty.SHOW_CASES,
                Duty.WEIGH_CASES,
                Duty.OPEN_CASES,
                Duty.ASSIGN_CASES,
                Duty.DECIDE_CASES,
                Duty.CHOOSE_FOR_CONSUMERS,
                Duty.RELEASE_NUMBERS,
                Duty.INGEST_UNRECORDED)) {
            assertThatExceptionOfType(NotPermittedException.class)
                    .isThrownBy(() -> judge(duty, associationFixture.claim("zhao")))
                    .withMessageContaining("person agree zhao --confidentiality DATE");
        }
        assertThat(judge(Duty.RUN_JOBS, associationFixture.claim("zhao")).needsSecondPerson())
                .as("the batch opens them, not the person")
                .isFalse();
        associationFixture.signs("zhao");

        assertThat(judge(Duty.RELEASE_FILES, associationFixture.claim("zhao")).needsSecondPerson())
                .isTrue();
        assertThat(associationFixture.refusals())
                .hasSize(12)
                .anyMatch(entry -> entry.startsWith("zhao COMPLAIN: "))
                .anyMatch(entry -> entry.startsWith("zhao HAND_OVER_CASES: "))
                .anyMatch(entry -> entry.startsWith("zhao WEIGH_CASE: "))
                .anyMatch(entry -> entry.startsWith("zhao LOOK_UP: "))
                .anyMatch(entry -> entry.startsWith("zhao CHOOSE: "))
                .anyMatch(entry -> entry.startsWith("zhao RELEASE_NUMBER: "))
                .anyMatch(entry -> entry.startsWith("zhao SEARCH_BY_NUMBER: "))
                .anyMatch(entry -> entry.startsWith("zhao TAKE_IN: "))
                .anyMatch(entry -> entry.startsWith("zhao RELEASE: "))
                .anyMatch(entry -> entry.startsWith("zhao VERIFY_REGISTRY: "));
    }

    @Test
    void theFirstTwoPeopleAreKeyOfficersWithUniqueKeys() {
        open(DatabaseKind.OWN);
        assertThatExceptionOfType(StaffException.class)
                .isThrownBy(() -> associationFixture.join("zhao", Role.OPERATOR))
                .is(error(StaffError.FIRST_ARE_KEY_OFFICERS));
        TestPerson wang = associationFixture.join("wang", Role.KEY_OFFICER);
        Persons persons = associationFixture.bean(Persons.class);
        TestPerson other = TestPerson.withKeyIn(folder, "other");

        assertThatExceptionOfType(StaffException.class)
                .isThrownBy(() -> persons.check(person("li", wang), 1))
                .is(error(StaffError.KEY_TAKEN))
                .withMessageContaining("wang");
        assertThatExceptionOfType(StaffException.class)
                .isThrownBy(() -> persons.check(person("wang", other), 1))
                .is(error(StaffError.PERSON_EXISTS));
        assertThatExceptionOfType(StaffException.class)
                .as("somebody else became the first meanwhile")
                .isThrownBy(() -> persons.add(
                        person("li", other), 0, judge(Duty.LOOK, NOBODY).actor(), AssociationFixture.START))
                .is(error(StaffError.OVERTAKEN));
    }

    @Test
    void refusesLongNamesNumbersAndReservedNames() {
        open(DatabaseKind.OWN);
        for (String name : List.of("", "w", "Wang", "王芳", "batch", "system", "w 1", "a13810001234", "x".repeat(33))) {
            assertThatExceptionOfType(IllegalArgumentException.class)
                    .as(name)
                    .isThrownBy(() -> new PersonName(name))
                    .withMessageNotContaining("13810001234");
        }
    }

    @Test
    void refusalsKeepOnlyTheBeginningOfLongWords() {
        open(DatabaseKind.OWN);
        associationFixture.join("wang", Role.KEY_OFFICER);

        assertThatExceptionOfType(NotProvenException.class)
                .isThrownBy(() -> associationFixture
                        .bean(AuthorizeCaller.class)
                        .authorize(Duty.CHANGE_KEYS, NOBODY, "insurer add X " + "云".repeat(20_000)));

        assertThat(associationFixture.refusedObjects())
                .singleElement(as(InstanceOfAssertFactories.STRING))
                .hasSizeLessThan(1_100)
                .startsWith("insurer add X 云云")
                .endsWith("..., claimed: nobody registered");
    }

    private static Persons.NewPerson person(String name, TestPerson keys) {
        return new Persons.NewPerson(new PersonName(name), name, Role.KEY_OFFICER, keys.key());
    }

    private static IdentityClaim named(String name, Optional<Path> key) {
        return new IdentityClaim.ByKey(Optional.of(name), key);
    }

    private void open(DatabaseKind kind) {
        associationFixture = new AssociationFixture(folder, kind);
    }

    private void threeKeyOfficers() {
        List.of("wang", "li", "sun").forEach(name -> associationFixture.join(name, Role.KEY_OFFICER));
    }

    private AuthorizeCaller.Authorization judge(Duty duty, IdentityClaim identityClaim) {
        return associationFixture.bean(AuthorizeCaller.class).authorize(duty, identityClaim, WORDS);
    }

    private void refused(Duty duty, IdentityClaim identityClaim, NotProvenError why) {
        assertThatExceptionOfType(NotProvenException.class)
                .as(why.name())
                .isThrownBy(() -> judge(duty, identityClaim))
                .is(error(why));
    }
}
