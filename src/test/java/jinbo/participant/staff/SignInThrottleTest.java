package jinbo.participant.staff;

import static jinbo.participant.staff.SignInThrottle.Try.ALLOWED;
import static jinbo.participant.staff.SignInThrottle.Try.FIRST_OVER_LIMIT;
import static jinbo.participant.staff.SignInThrottle.Try.OVER_LIMIT;
import static jinbo.participant.staff.SignInThrottle.Try.WRONG;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import jinbo.testing.AttackTable;
import jinbo.testing.SettableClock;
import org.junit.jupiter.api.Test;

class SignInThrottleTest {

    private static final String HERE = "127.0.0.1";

    private final SettableClock clock = new SettableClock("2026-11-24T09:00:00+08:00");
    private final SignInThrottle tries = new SignInThrottle(clock);

    @Test
    void blocksANameFromANetworkAfterFiveAttempts() {
        assertThat(wrong("wang", HERE, 5)).isEqualTo(5);
        assertThat(recordAttempt("wang", HERE)).isEqualTo(FIRST_OVER_LIMIT);
        assertThat(recordAttempt("wang", HERE)).isEqualTo(OVER_LIMIT);
        assertThat(recordAttempt("wang", "192.0.2.7")).as("elsewhere").isEqualTo(ALLOWED);
        clock.pass(SignInThrottle.PAUSE);

        assertThat(recordAttempt("wang", HERE)).isEqualTo(ALLOWED);
    }

    @Test
    void wrongPasswordsForOtherNamesDoNotCount() {
        for (int i = 0; i < 100; i++) {
            wrong("person-" + i, HERE, 6);
            tries.recordAttempt(nobody("nobody-" + i, HERE));
        }

        boolean passes = recordAttempt("wang", HERE) == ALLOWED;
        AttackTable.row(
                "web: 700 wrong passwords for other names, from the address of a key officer",
                "the key officer signs in",
                passes ? "the key officer signs in" : "kept out");
    }

    @Test
    void aKnownBrowserHasFiveAttemptsOfItsOwn() {
        SignInThrottle.Attempt known = new SignInThrottle.Attempt("wang", true, HERE, Optional.of("a browser"));
        wrong("wang", HERE, 200);

        boolean passes = tries.recordAttempt(known) == ALLOWED;
        assertThat(tries.recordAttempt(known)).isEqualTo(ALLOWED);
        for (int i = 2; i < SignInThrottle.MOST; i++) {
            tries.recordAttempt(known);
        }
        assertThat(tries.recordAttempt(known))
                .as("it guesses no more often than others")
                .isEqualTo(FIRST_OVER_LIMIT);
        AttackTable.row(
                "web: 200 wrong passwords for a key officer's name, from the same address",
                "the key officer's own browser signs in",
                passes ? "the key officer's own browser signs in" : "kept out");
    }

    @Test
    void aKnownNetworkToleratesFiftyWrongPasswords() {
        recordAttempt("wang", HERE);
        tries.recordSuccess(somebody("wang", HERE));
        int looked = wrong("wang", HERE, 50);

        boolean passes = recordAttempt("wang", HERE) == ALLOWED;
        AttackTable.row(
                "web: 50 wrong passwords for a key officer's name, from where the key officer has signed in",
                "a new browser of the key officer signs in there",
                looked == 50 && passes ? "a new browser of the key officer signs in there" : "kept out");
        assertThat(wrong("wang", HERE, 200)).as("a hundred in a day in all").isEqualTo(SignInThrottle.MOST_IN_DAY - 51);
        clock.pass(SignInThrottle.PAUSE);
        assertThat(recordAttempt("wang", HERE)).isEqualTo(OVER_LIMIT);
        clock.pass(SignInThrottle.DAY);
        assertThat(recordAttempt("wang", HERE)).isEqualTo(ALLOWED);
    }

    @Test
    void unknownNetworksShareAHundredAttemptsADay() {
        tries.recordAttempt(somebody("wang", "192.0.2.7"));
        tries.recordSuccess(somebody("wang", "192.0.2.7"));
        int guesses = 0;
        for (int i = 0; i < 1000; i++) {
            guesses += wrong("wang", "10.0." + i / 250 + "." + i % 250, 6);
        }
        assertThat(guesses).isEqualTo(SignInThrottle.MOST_IN_DAY);

        boolean passes = recordAttempt("wang", "192.0.2.7") == ALLOWED;
        assertThat(recordAttempt("li", "10.0.0.1")).as("another name").isEqualTo(ALLOWED);
        AttackTable.row(
                "web: wrong passwords for a key officer's name, from 1,000 addresses",
                "100 looked at in a day; where the key officer has signed in of late passes",
                guesses + " looked at in a day; where the key officer has signed in of late "
                        + (passes ? "passes" : "is kept out"));
        clock.pass(SignInThrottle.DAY);
        assertThat(recordAttempt("wang", "10.9.9.9")).isEqualTo(ALLOWED);
    }

    @Test
    void attemptsAtOtherNamesDoNotDisplaceCounts() {
        for (int i = 0; i < SignInThrottle.MOST_IN_DAY; i++) {
            recordAttempt("wang", "10.0.0." + i);
        }
        for (int i = 0; i <= SignInThrottle.KEPT; i++) {
            recordAttempt("li", "network " + i);
        }
        assertThat(recordAttempt("wang", "10.9.9.9")).isNotEqualTo(ALLOWED);
    }

    @Test
    void aRightPasswordClearsOnlyItsOwnWrongOnes() {
        for (int i = 0; i < 3 * SignInThrottle.MOST_IN_DAY; i++) {
            assertThat(recordAttempt("wang", HERE)).isEqualTo(ALLOWED);
            assertThat(recordAttempt("wang", HERE)).isEqualTo(ALLOWED);
            tries.recordSuccess(somebody("wang", HERE));
        }
        assertThat(wrong("wang", "192.0.2.7", 9)).isEqualTo(SignInThrottle.MOST);
        recordAttempt("wang", HERE);
        tries.recordSuccess(somebody("wang", HERE));
        assertThat(recordAttempt("wang", "192.0.2.7")).isEqualTo(OVER_LIMIT);
    }

    @Test
    void limitsAttemptsForUnknownNamesFromANetwork() {
        for (int i = 0; i < SignInThrottle.MOST_FOR_NOBODY; i++) {
            assertThat(tries.recordAttempt(nobody("nobody-" + i, HERE))).isEqualTo(ALLOWED);
        }
        for (int i = 0; i < SignInThrottle.MOST; i++) {
            assertThat(tries.recordAttempt(nobody("one more", HERE))).isEqualTo(WRONG);
        }
        assertThat(tries.recordAttempt(nobody("one more", HERE)))
                .as("as with a name")
                .isEqualTo(FIRST_OVER_LIMIT);
    }

    @Test
    void limitsMemoryAndKeepsNamesOfPeople() {
        wrong("wang", HERE, 5);
        for (int i = 0; i < 3 * SignInThrottle.KEPT; i++) {
            tries.recordAttempt(nobody("nobody-" + i, "10." + i % 250 + "." + i / 250 % 250 + ".1"));
        }
        assertThat(recordAttempt("wang", HERE)).isEqualTo(FIRST_OVER_LIMIT);
        for (int i = 0; i < 3 * SignInThrottle.KEPT; i++) {
            tries.recordAttempt(somebody("person-" + i, HERE));
            tries.recordSuccess(somebody("person-" + i, HERE));
        }
        assertThat(tries.kept()).isLessThanOrEqualTo(3 * SignInThrottle.KEPT);
    }

    @Test
    void addressesOfOneNetworkCountTogether() {
        assertThat(new SignIn.Origin("2001:db8:1:2::1", Optional.empty()).network())
                .isEqualTo(new SignIn.Origin("2001:db8:1:2:ffff::9", Optional.empty()).network())
                .isNotEqualTo(new SignIn.Origin("2001:db8:1:3::1", Optional.empty()).network());
        assertThat(new SignIn.Origin("192.0.2.7", Optional.empty()).network()).isEqualTo("192.0.2.7");
        assertThat(new SignIn.Origin("::1", Optional.empty()).network())
                .isNotEqualTo(new SignIn.Origin("::2", Optional.empty()).network());
    }

    /** The number of allowed attempts. */
    private int wrong(String name, String network, int times) {
        int seen = 0;
        for (int i = 0; i < times; i++) {
            seen += recordAttempt(name, network) == ALLOWED ? 1 : 0;
        }
        return seen;
    }

    private SignInThrottle.Try recordAttempt(String name, String network) {
        return tries.recordAttempt(somebody(name, network));
    }

    private static SignInThrottle.Attempt somebody(String name, String network) {
        return new SignInThrottle.Attempt(name, true, network, Optional.empty());
    }

    private static SignInThrottle.Attempt nobody(String name, String network) {
        return new SignInThrottle.Attempt(name, false, network, Optional.empty());
    }
}
