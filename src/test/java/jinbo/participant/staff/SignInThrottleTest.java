package jinbo.participant.staff;

import static jinbo.participant.staff.SignInThrottle.Try.LOOKED_AT;
import static jinbo.participant.staff.SignInThrottle.Try.ONE_TOO_MANY;
import static jinbo.participant.staff.SignInThrottle.Try.TOO_MANY;
import static jinbo.participant.staff.SignInThrottle.Try.WRONG;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import jinbo.testing.AttackTable;
import jinbo.testing.SettableClock;
import org.junit.jupiter.api.Test;

/** How often a password may be wrong, and whom that keeps out. */
class SignInThrottleTest {

    private static final String HERE = "127.0.0.1";

    private final SettableClock clock = new SettableClock("2026-11-24T09:00:00+08:00");
    private final SignInThrottle tries = new SignInThrottle(clock);

    @Test
    void fiveForANameFromANetworkAndThenAPause() {
        assertThat(wrong("wang", HERE, 5)).isEqualTo(5);
        assertThat(begin("wang", HERE)).isEqualTo(ONE_TOO_MANY);
        assertThat(begin("wang", HERE)).isEqualTo(TOO_MANY);
        assertThat(begin("wang", "192.0.2.7")).as("elsewhere").isEqualTo(LOOKED_AT);
        clock.pass(SignInThrottle.PAUSE);

        assertThat(begin("wang", HERE)).isEqualTo(LOOKED_AT);
    }

    @Test
    void wrongPasswordsForOtherNamesKeepNobodyOut() {
        for (int i = 0; i < 100; i++) {
            wrong("person-" + i, HERE, 6);
            tries.begin(nobody("nobody-" + i, HERE));
        }

        boolean passes = begin("wang", HERE) == LOOKED_AT;
        AttackTable.row(
                "web: 700 wrong passwords for other names, from the address of a key officer",
                "the key officer signs in",
                passes ? "the key officer signs in" : "kept out");
    }

    @Test
    void aBrowserInWhichThePersonHasSignedInHasItsOwnFive() {
        SignInThrottle.Attempt known = new SignInThrottle.Attempt("wang", true, HERE, Optional.of("a browser"));
        wrong("wang", HERE, 200);

        boolean passes = tries.begin(known) == LOOKED_AT;
        assertThat(tries.begin(known)).isEqualTo(LOOKED_AT);
        for (int i = 2; i < SignInThrottle.MOST; i++) {
            tries.begin(known);
        }
        assertThat(tries.begin(known))
                .as("it guesses no more often than others")
                .isEqualTo(ONE_TOO_MANY);
        AttackTable.row(
                "web: 200 wrong passwords for a key officer's name, from the same address",
                "the key officer's own browser signs in",
                passes ? "the key officer's own browser signs in" : "kept out");
    }

    @Test
    void whereAPersonHasSignedInOfLateFiftyWrongPasswordsOfOthersKeepItInNoBrowserOut() {
        begin("wang", HERE);
        tries.right(somebody("wang", HERE));
        int looked = wrong("wang", HERE, 50);

        boolean passes = begin("wang", HERE) == LOOKED_AT;
        AttackTable.row(
                "web: 50 wrong passwords for a key officer's name, from where the key officer has signed in",
                "a new browser of the key officer signs in there",
                looked == 50 && passes ? "a new browser of the key officer signs in there" : "kept out");
        assertThat(wrong("wang", HERE, 200)).as("a hundred in a day in all").isEqualTo(SignInThrottle.MOST_IN_DAY - 51);
        clock.pass(SignInThrottle.PAUSE);
        assertThat(begin("wang", HERE)).isEqualTo(TOO_MANY);
        clock.pass(SignInThrottle.DAY);
        assertThat(begin("wang", HERE)).isEqualTo(LOOKED_AT);
    }

    @Test
    void manyNetworksHaveAHundredADayTogetherAndThoseOfThePersonPass() {
        tries.begin(somebody("wang", "192.0.2.7"));
        tries.right(somebody("wang", "192.0.2.7"));
        int guesses = 0;
        for (int i = 0; i < 1000; i++) {
            guesses += wrong("wang", "10.0." + i / 250 + "." + i % 250, 6);
        }
        assertThat(guesses).isEqualTo(SignInThrottle.MOST_IN_DAY);

        boolean passes = begin("wang", "192.0.2.7") == LOOKED_AT;
        assertThat(begin("li", "10.0.0.1")).as("another name").isEqualTo(LOOKED_AT);
        AttackTable.row(
                "web: wrong passwords for a key officer's name, from 1,000 addresses",
                "100 looked at in a day; where the key officer has signed in of late passes",
                guesses + " looked at in a day; where the key officer has signed in of late "
                        + (passes ? "passes" : "is kept out"));
        clock.pass(SignInThrottle.DAY);
        assertThat(begin("wang", "10.9.9.9")).isEqualTo(LOOKED_AT);
    }

    @Test
    void triesAtAnotherNameFromVeryManyNetworksForgetNoTryAtThisOne() {
        for (int i = 0; i < SignInThrottle.MOST_IN_DAY; i++) {
            begin("wang", "10.0.0." + i);
        }
        for (int i = 0; i <= SignInThrottle.KEPT; i++) {
            begin("li", "network " + i);
        }
        assertThat(begin("wang", "10.9.9.9")).isNotEqualTo(LOOKED_AT);
    }

    @Test
    void aRightPasswordForgivesItsOwnWrongOnesAlone() {
        for (int i = 0; i < 3 * SignInThrottle.MOST_IN_DAY; i++) {
            assertThat(begin("wang", HERE)).isEqualTo(LOOKED_AT);
            assertThat(begin("wang", HERE)).isEqualTo(LOOKED_AT);
            tries.right(somebody("wang", HERE));
        }
        assertThat(wrong("wang", "192.0.2.7", 9)).isEqualTo(SignInThrottle.MOST);
        begin("wang", HERE);
        tries.right(somebody("wang", HERE));
        assertThat(begin("wang", "192.0.2.7")).isEqualTo(TOO_MANY);
    }

    @Test
    void afterFiftyForNobodyFromANetworkNoMoreAreLookedAtOrWrittenDown() {
        for (int i = 0; i < SignInThrottle.MOST_FOR_NOBODY; i++) {
            assertThat(tries.begin(nobody("nobody-" + i, HERE))).isEqualTo(LOOKED_AT);
        }
        for (int i = 0; i < SignInThrottle.MOST; i++) {
            assertThat(tries.begin(nobody("one more", HERE))).isEqualTo(WRONG);
        }
        assertThat(tries.begin(nobody("one more", HERE))).as("as with a name").isEqualTo(ONE_TOO_MANY);
    }

    @Test
    void whatIsRememberedIsBoundedAndNamesOfNobodyDriveOutNone() {
        wrong("wang", HERE, 5);
        for (int i = 0; i < 3 * SignInThrottle.KEPT; i++) {
            tries.begin(nobody("nobody-" + i, "10." + i % 250 + "." + i / 250 % 250 + ".1"));
        }
        assertThat(begin("wang", HERE)).isEqualTo(ONE_TOO_MANY);
        for (int i = 0; i < 3 * SignInThrottle.KEPT; i++) {
            tries.begin(somebody("person-" + i, HERE));
            tries.right(somebody("person-" + i, HERE));
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

    /** How many of so many tries are looked at. */
    private int wrong(String name, String network, int times) {
        int seen = 0;
        for (int i = 0; i < times; i++) {
            seen += begin(name, network) == LOOKED_AT ? 1 : 0;
        }
        return seen;
    }

    private SignInThrottle.Try begin(String name, String network) {
        return tries.begin(somebody(name, network));
    }

    private static SignInThrottle.Attempt somebody(String name, String network) {
        return new SignInThrottle.Attempt(name, true, network, Optional.empty());
    }

    private static SignInThrottle.Attempt nobody(String name, String network) {
        return new SignInThrottle.Attempt(name, false, network, Optional.empty());
    }
}
