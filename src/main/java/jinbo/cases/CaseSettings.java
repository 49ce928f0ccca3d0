package jinbo.cases;

import java.time.Duration;
import java.time.LocalTime;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings {@code jinbo.cases} in {@code jobs/settle-cases.yaml}.
 *
 * @param countsAsToldAfterWorkdays the working days on which an insurer could not be notified, through its own fault,
 *     after which it counts as notified
 * @param clocksDiffer by how much the consumer's clock may be wrong, in favour of the insurer
 * @param quietFrom the time of day in Beijing from which sales calls are not allowed until {@code quietUntil}
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
            throw new IllegalArgumentException("clocks-differ is " + clocksDiffer + "; it must be 0m to 1h");
        }
        if (!quietUntil.isBefore(quietFrom)) {
            throw new IllegalArgumentException("The quiet hours must include midnight: quiet-until, " + quietUntil
                    + ", must be earlier than quiet-from, " + quietFrom);
        }
    }

    public boolean isQuiet(LocalTime time) {
        return !time.isBefore(quietFrom) || time.isBefore(quietUntil);
    }

    private static void requireWorkdays(String name, int workdays, int fewest) {
        if (workdays < fewest || workdays > MOST_WORKDAYS) {
            throw new IllegalArgumentException(
                    name + " is " + workdays + "; it must be " + fewest + " to " + MOST_WORKDAYS);
        }
    }
}
