package jinbo.batch.erase;

import java.time.LocalDate;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** The settings of {@code jobs/erase-ended.yaml}, which documents them. */
@ConfigurationProperties(prefix = "jinbo.erase-ended", ignoreUnknownFields = false)
public record EraseSettings(int eraseAfterMonths, int destroyKeyAfterYears, int numbersAtATime) {

    /** At least one month, because a delta is derived from the previous list, which may be a month old. */
    public EraseSettings {
        require("erase-after-months", eraseAfterMonths, 120);
        require("destroy-key-after-years", destroyKeyAfterYears, 30);
        require("numbers-at-a-time", numbersAtATime, 50_000);
    }

    /** Returns the day before which all blocks of a number must have ended, so that the number is erased today. */
    LocalDate endedBy(LocalDate today) {
        return today.minusMonths(eraseAfterMonths);
    }

    /** Returns the last year whose key is destroyed today. */
    int lastYearWithoutKey(LocalDate today) {
        return today.getYear() - destroyKeyAfterYears - 1;
    }

    private static void require(String setting, int value, int most) {
        if (value < 1 || value > most) {
            throw new IllegalArgumentException(setting + " is " + value + "; it must be 1 to " + most);
        }
    }
}
