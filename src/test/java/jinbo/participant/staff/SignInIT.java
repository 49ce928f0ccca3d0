package jinbo.participant.staff;

import static jinbo.testing.ExpectedError.error;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import jinbo.platform.home.DatabaseKind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SignInIT {

    private static final String PASSWORD = "correct horse battery staple";
    private static final SignIn.Origin HERE = new SignIn.Origin("127.0.0.1", Optional.empty());

    @TempDir
    private Path folder;

    private AssociationFixture associationFixture;
    private SignIn signIn;

    @BeforeEach
    void open() {
        associationFixture = new AssociationFixture(folder, DatabaseKind.OWN);
        associationFixture.join("wang", Role.KEY_OFFICER);
        associationFixture.join("li", Role.KEY_OFFICER);
        associationFixture.join("zhou", Role.KEY_OFFICER);
        passwords().set(new PersonName("wang"), PASSWORD);
        signIn = associationFixture.bean(SignIn.class);
    }

    @AfterEach
    void close() {
        associationFixture.close();
    }

    @Test
    void nameAndPasswordLetIn() {
        SignedInPerson wang = signIn.with("wang", PASSWORD, HERE);

        assertThat(signIn.requireSignedIn(wang).name()).isEqualTo(new PersonName("wang"));
        assertThat(associationFixture.refusals()).isEmpty();
    }

    @Test
    void recordsRefusedSignInWithoutTheInput() {
        refused("wang", "something else entirely", NotProvenError.PASSWORD_NOT_THEIRS);
        refused("wang", "", NotProvenError.PASSWORD_NOT_THEIRS);
        refused("wang", PASSWORD + "x".repeat(100), NotProvenError.PASSWORD_NOT_THEIRS);
        refused("li", PASSWORD, NotProvenError.PASSWORD_NOT_THEIRS);
        refused("nobody-known", PASSWORD, NotProvenError.PASSWORD_NOT_THEIRS);
        refused("My Password, Typed Into The Wrong Field", PASSWORD, NotProvenError.PASSWORD_NOT_THEIRS);

        assertThat(associationFixture.refusals())
                .hasSize(6)
                .allSatisfy(entry -> assertThat(entry).doesNotContain("My Password", PASSWORD));
        assertThat(associationFixture.refusedObjects())
                .containsOnly(
                        "console: sign in, claimed: nobody registered",
                        "console: sign in, claimed: wang",
                        "console: sign in, claimed: li");
    }

    @Test
    void storesPasswordsAsHashesOfSpringSecurity() {
        assertThat(associationFixture
                        .parts()
                        .sql()
                        .sql("select hash from person_password")
                        .query(String.class)
                        .single())
                .startsWith("{bcrypt}$2a$");
    }

    @Test
    void refusesTooShortAndTooLongPasswords() {
        assertThatThrownBy(() -> passwords().set(new PersonName("li"), "fourteen chars"))
                .is(error(StaffError.PASSWORD_TOO_SHORT));
        assertThatThrownBy(() -> passwords().set(new PersonName("li"), "禁".repeat(25)))
                .is(error(StaffError.PASSWORD_TOO_LONG));
        assertThat(passwords().set(new PersonName("li"), "禁".repeat(24))).isFalse();
    }

    @Test
    void whoActsNoLongerIsOutAtOnce() {
        SignedInPerson wang = signIn.with("wang", PASSWORD, HERE);
        associationFixture.leaves("wang");

        out(wang, NotProvenError.REVOKED);
        refused("wang", PASSWORD, NotProvenError.PASSWORD_NOT_THEIRS);
    }

    @Test
    void aNewPasswordEndsEarlierSessions() {
        SignedInPerson first = signIn.with("wang", PASSWORD, HERE);
        passwords().set(new PersonName("wang"), PASSWORD + " again");
        SignedInPerson second = signIn.with("wang", PASSWORD + " again", HERE);
        out(first, NotProvenError.PASSWORD_REPLACED);
        assertThat(signIn.requireSignedIn(second).name().value()).isEqualTo("wang");

        passwords().forget(new PersonName("wang"));

        out(second, NotProvenError.PASSWORD_REPLACED);
    }

    @Test
    void blocksSignInAfterFiveWrongPasswords() {
        for (int i = 0; i < SignInThrottle.MOST; i++) {
            refused("wang", "a wrong password", NotProvenError.PASSWORD_NOT_THEIRS);
        }
        refused("wang", PASSWORD, NotProvenError.TOO_MANY_TRIES);
        refused("wang", PASSWORD, NotProvenError.TOO_MANY_TRIES);
        assertThat(associationFixture.refusals())
                .as("one entry for each try that was looked at, and one for all that are too many")
                .hasSize(SignInThrottle.MOST + 1);
        associationFixture.clock.pass(SignInThrottle.PAUSE);

        assertThat(signIn.with("wang", PASSWORD, HERE).name()).isEqualTo("wang");
    }

    @Test
    void unknownNameGetsTheSameAnswer() {
        for (int i = 0; i < SignInThrottle.MOST; i++) {
            refused("nobody-known", "a wrong password", NotProvenError.PASSWORD_NOT_THEIRS);
        }

        refused("nobody-known", "a wrong password", NotProvenError.TOO_MANY_TRIES);
    }

    @Test
    void aRightPasswordClearsEarlierWrongOnes() {
        for (int i = 0; i < 3 * SignInThrottle.MOST; i++) {
            refused("wang", "a wrong password", NotProvenError.PASSWORD_NOT_THEIRS);
            signIn.with("wang", PASSWORD, HERE);
        }
    }

    @Test
    void aKnownBrowserIsNotBlockedByOthers() {
        String browser = signIn.browserOf(signIn.with("wang", PASSWORD, HERE));
        SignIn.Origin elsewhere = new SignIn.Origin("192.0.2.7", Optional.empty());
        for (int i = 0; i < SignInThrottle.MOST; i++) {
            refused("wang", "a wrong password", elsewhere, NotProvenError.PASSWORD_NOT_THEIRS);
        }
        refused("wang", PASSWORD, elsewhere, NotProvenError.TOO_MANY_TRIES);

        SignIn.Origin known = new SignIn.Origin(elsewhere.address(), Optional.of(browser));
        assertThat(signIn.with("wang", PASSWORD, known).name()).isEqualTo("wang");
    }

    @Test
    void aBrowserTokenIsForOneNameAndPassword() {
        passwords().set(new PersonName("li"), PASSWORD);
        String browserOfLi = signIn.browserOf(signIn.with("li", PASSWORD, HERE));
        String browserOfWang = signIn.browserOf(signIn.with("wang", PASSWORD, HERE));
        PersonName wang = new PersonName("wang");

        assertThat(passwords().isBrowserOf(wang, browserOfWang)).isTrue();
        assertThat(browserOfWang).isNotEqualTo(passwords().browserOf(wang));
        for (String forged : List.of(
                browserOfLi,
                "",
                ".",
                "0".repeat(32) + ".",
                "0".repeat(32) + browserOfWang.substring(32),
                browserOfWang + "0",
                browserOfWang.substring(0, 40))) {
            assertThat(passwords().isBrowserOf(wang, forged)).as(forged).isFalse();
        }
        passwords().set(wang, PASSWORD + " again");
        assertThat(passwords().isBrowserOf(wang, browserOfWang)).isFalse();
    }

    private ConsolePasswords passwords() {
        return associationFixture.bean(ConsolePasswords.class);
    }

    private void refused(String name, String password, NotProvenError why) {
        refused(name, password, HERE, why);
    }

    private void refused(String name, String password, SignIn.Origin from, NotProvenError why) {
        assertThatThrownBy(() -> signIn.with(name, password, from)).is(error(why));
    }

    private void out(SignedInPerson person, NotProvenError why) {
        assertThatThrownBy(() -> signIn.requireSignedIn(person)).is(error(why));
    }
}
