package jinbo.registry.blocklist;

import java.time.LocalDate;

/**
 * The lists whose registry was looked at on a day of business time.
 *
 * @param day which
 * @param lists how many
 * @param rows of all of them
 * @param mostNumbers the numbers on the longest whole list among them
 */
public record DailyListCount(LocalDate day, long lists, long rows, long mostNumbers) {}
