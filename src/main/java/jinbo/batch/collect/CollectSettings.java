package jinbo.batch.collect;

import java.time.Duration;
import jinbo.batch.ParallelismLimit;
import jinbo.batch.validation.HoldRules;
import jinbo.batch.validation.UploadLimits;
import jinbo.exchange.format.MessageLanguage;
import jinbo.exchange.openpgp.EnvelopeLimits;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;

/**
 * The settings of {@code jobs/collect-uploads.yaml}, which says what each means.
 *
 * @param settle time between the two looks at a drop
 * @param insurersAtATime how many drops are worked on side by side
 */
@ConfigurationProperties(prefix = "jinbo.collect-uploads", ignoreUnknownFields = false)
public record CollectSettings(
        Duration settle,
        int insurersAtATime,
        int graceWorkdays,
        boolean allNeedsConsent,
        MessageLanguage messageLanguage,
        Limits limits,
        Fetch fetch,
        QuarantineLimits quarantine,
        HoldRules hold) {

    /**
     * @throws IllegalArgumentException if more insurers are to be worked for at a time than connections allow, the
     *     two looks are closer than the whole seconds in which SFTP tells times, or an upload of the largest size
     *     would never be fetched or kept
     */
    public CollectSettings {
        if (settle.compareTo(Duration.ofSeconds(2)) < 0) {
            throw new IllegalArgumentException("settle is " + settle.toMillis() + " ms; it may be 2s or more");
        }
        ParallelismLimit.require(insurersAtATime);
        requireRoom("fetch.volume", fetch.volume(), limits, "fetched");
        requireRoom("fetch.spooled", fetch.spooled(), limits, "fetched");
        requireRoom("quarantine.volume", quarantine.volume(), limits, "kept");
    }

    private static void requireRoom(String setting, DataSize value, Limits limits, String never) {
        if (value.compareTo(limits.sealedSize()) < 0) {
            throw new IllegalArgumentException(setting + " is " + value.toBytes()
                    + " bytes; with less than limits.sealed-size the largest uploads would never be " + never);
        }
    }

    /**
     * How much one run fetches from one insurer; the rest waits for the next run.
     *
     * @param files how many files at most, and how many it may try in vain beside them
     * @param volume how many bytes of them at most, as received
     * @param spooled how many bytes of the insurer may lie in the spool, held and unfinished files among them
     * @param leaveFree bytes that must be left on every disk of the home; 0: that is not looked at
     */
    public record Fetch(int files, DataSize volume, DataSize spooled, DataSize leaveFree) {

        /** @throws IllegalArgumentException if nothing would be fetched any more, or the room to be left is negative */
        public Fetch {
            if (files < 1 || leaveFree.isNegative()) {
                throw new IllegalArgumentException("fetch.files is " + files + " and fetch.leave-free is "
                        + leaveFree.toBytes() + "; they may be 1 or more and 0B or more");
            }
        }
    }

    /** @param volume how many bytes of them at most, as received */
    public record QuarantineLimits(int files, DataSize volume) {

        /** @throws IllegalArgumentException if nothing would be kept any more */
        public QuarantineLimits {
            if (files < 1) {
                throw new IllegalArgumentException("quarantine.files is " + files + "; it may be 1 or more");
            }
        }
    }

    /**
     * @param sealedSize bytes as received
     * @param clearSize bytes of the content
     * @param compressionRatio clear bytes to compressed ones
     * @param packets OpenPGP packets in a message
     * @param rowLength characters of a row
     */
    public record Limits(
            DataSize sealedSize, DataSize clearSize, int compressionRatio, int packets, long rows, int rowLength) {

        /**
         * @throws IllegalArgumentException if nothing would pass any more, or if what is held in memory would have no bound
         */
        public Limits {
            openingOf(sealedSize, clearSize, compressionRatio, packets);
            new UploadLimits(rows, rowLength);
        }

        EnvelopeLimits opening() {
            return openingOf(sealedSize, clearSize, compressionRatio, packets);
        }

        UploadLimits intake() {
            return new UploadLimits(rows, rowLength);
        }

        private static EnvelopeLimits openingOf(
                DataSize sealedSize, DataSize clearSize, int compressionRatio, int packets) {
            return new EnvelopeLimits(sealedSize.toBytes(), clearSize.toBytes(), compressionRatio, packets);
        }
    }
}
