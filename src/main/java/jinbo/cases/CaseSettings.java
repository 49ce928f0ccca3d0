package jinbo.cases;

import java.time.Duration;
import java.time.LocalTime;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings under {@code jinbo.cases} of {@code jobs/settle-cases.yaml}, which says what each means.
 *
 * @param sendWithinWorkdays working days within which an insurer is asked about a case
 * @param countsAsToldAfterWorkdays on how many working days an insurer could not be told, for a reason of its own, until it counts as told
 * @param applyWithinWorkdays working days that an insurer has to apply a list that was delivered
 * @param clocksDiffer how far a telephone's clock may be wrong: within that, in doubt for who is accused
 * @param quietFrom the time of day in Beijing from which on nobody is called for sales
 * @param quietUntil the time of day from which on one is again
 */
@ConfigurationProperties(prefix = "jinbo.cases", ignoreUnknownFields = false)
public record CaseSettings(
        @DefaultValue("2") int sendWithinWorkdays,
        @DefaultValue("10") int answerWithinWorkdays,
        @DefaultValue("10") int decideWithinWorkdays,
        @DefaultValue("10") int appealWithinWorkdays,
        @DefaultValue("10") int countsAsToldAfterWorkdays,
        @DefaultValue("3") int applyWithinWorkdays,
        @DefaultValue("5m") Duration clocksDiffer,
        @DefaultValue("21:00") LocalTime quietFrom,
        @DefaultValue("09:00") LocalTime quietUntil) {

    private static final int MOST_WORKDAYS = 100;

    public CaseSettings {
        requireWorkdays("send-within-workdays", sendWithinWorkdays, 1);
        requireWorkdays("answer-within-workdays", answerWithinWorkdays, 1);
        requireWorkdays("decide-within-workdays", decideWithinWorkdays, 1);
        requireWorkdays("appeal-within-workdays", appealWithinWorkdays, 1);
        requireWorkdays("counts-as-told-after-workdays", countsAsToldAfterWorkdays, 1);
        requireWorkdays("apply-within-workdays", applyWithinWorkdays, 0);
        if (clocksDiffer.isNegative() || clocksDiffer.compareTo(Duration.ofHours(1)) > 0) {
            throw new IllegalArgumentException("clocks-differ is " + clocksDiffer + "; it may be 0m to 1h");
        }
        if (!quietUntil.isBefore(quietFrom)) {
            throw new IllegalArgumentException("The quiet hours must include midnight: quiet-until, " + quietUntil
                    + ", must be earlier than quiet-from, " + quietFrom);
        }
    }

    /** Whether nobody may be called for sales at a time of day. */
    public boolean isQuiet(LocalTime time) {
        return !time.isBefore(quietFrom) || time.isBefore(quietUntil);
    }

    private static void requireWorkdays(String name, int workdays, int fewest) {
        if (workdays < fewest || workdays > MOST_WORKDAYS) {
            throw new IllegalArgumentException(
                    name + " is " + workdays + "; it may be " + fewest + " to " + MOST_WORKDAYS);
        }
    }
}
