package jinbo.batch.collect;

import java.time.Duration;
import jinbo.batch.PerInsurerExecutor;
import jinbo.batch.validation.HoldRules;
import jinbo.batch.validation.UploadLimits;
import jinbo.exchange.format.MessageLanguage;
import jinbo.exchange.openpgp.EnvelopeLimits;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;

/** The settings of {@code jobs/collect-uploads.yaml}, which documents them. */
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

    public CollectSettings {
        if (settle.compareTo(Duration.ofSeconds(2)) < 0) {
            throw new IllegalArgumentException("settle is " + settle.toMillis()
                    + " ms; it is the time between two looks at a drop and must be 2s or more");
        }
        PerInsurerExecutor.requireInsurersAtATime(insurersAtATime);
        requireRoom("fetch.volume", fetch.volume(), limits, "fetched");
        requireRoom("fetch.spooled", fetch.spooled(), limits, "fetched");
        requireRoom("quarantine.volume", quarantine.volume(), limits, "kept");
    }

    /** Returns how many bytes fetching a file transfers: none if the file is too large. */
    long bytesToFetch(long size) {
        return size > limits.sealedSize().toBytes() ? 0 : size;
    }

    private static void requireRoom(String setting, DataSize value, Limits limits, String never) {
        if (value.compareTo(limits.sealedSize()) < 0) {
            throw new IllegalArgumentException(setting + " is " + value.toBytes()
                    + " bytes; with less than limits.sealed-size the largest uploads would never be " + never);
        }
    }

    /** Limits of one run for one insurer; the rest waits for the next run. */
    public record Fetch(int files, DataSize volume, DataSize spooled, DataSize leaveFree) {

        public Fetch {
            if (files < 1 || leaveFree.isNegative()) {
                throw new IllegalArgumentException("fetch.files is " + files + " and fetch.leave-free is "
                        + leaveFree.toBytes() + "; they must be 1 or more and 0B or more");
            }
        }
    }

    /** Limits of the quarantine for one insurer; the volume is the sum of the bytes of its uploads. */
    public record QuarantineLimits(int files, DataSize volume) {

        public QuarantineLimits {
            if (files < 1) {
                throw new IllegalArgumentException("quarantine.files is " + files + "; it must be 1 or more");
            }
        }
    }

    public record Limits(
            DataSize sealedSize, DataSize clearSize, int compressionRatio, int packets, long rows, int rowLength) {

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
