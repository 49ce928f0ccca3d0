package jinbo.batch.erase;

import java.time.LocalDate;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The settings of {@code jobs/erase-ended.yaml}, which says what each means.
 *
 * @param eraseAfterMonths how long after the end of its last block a number is kept
 * @param destroyKeyAfterYears how many whole years after a year its key is kept
 * @param numbersAtATime how many numbers are looked at, and erased, together
 */
@ConfigurationProperties(prefix = "jinbo.erase-ended", ignoreUnknownFields = false)
public record EraseSettings(int eraseAfterMonths, int destroyKeyAfterYears, int numbersAtATime) {

    /**
     * A list of changes goes out from the list before it, which is of the same month at the earliest; so what had ended a month
     * ago is on no list that changes are told from.
     *
     * @throws IllegalArgumentException if one is not 1 or more, or too many numbers are to be held in memory
     */
    public EraseSettings {
        require("erase-after-months", eraseAfterMonths, 120);
        require("destroy-key-after-years", destroyKeyAfterYears, 30);
        require("numbers-at-a-time", numbersAtATime, 50_000);
    }

    /** Numbers that had ended on this day are erased today. */
    LocalDate endedBy(LocalDate today) {
        return today.minusMonths(eraseAfterMonths);
    }

    /** The last year whose key is destroyed today: whatever was registered in it is older than the years that keys are kept. */
    int lastYearWithoutKey(LocalDate today) {
        return today.getYear() - destroyKeyAfterYears - 1;
    }

    private static void require(String setting, int value, int most) {
        if (value < 1 || value > most) {
            throw new IllegalArgumentException(setting + " is " + value + "; it may be 1 to " + most);
        }
    }
}
