package jinbo.registry;

import java.time.LocalDate;

/** Takes the blocks of a list, of which there are millions, without an object for each. */
@FunctionalInterface
public interface BlockSink {

    /**
     * Takes one.
     *
     * @param mobile the number
     * @param effectiveOn first day of the ban
     * @param expiresOn first day after it
     */
    void block(long mobile, LocalDate effectiveOn, LocalDate expiresOn);
}
