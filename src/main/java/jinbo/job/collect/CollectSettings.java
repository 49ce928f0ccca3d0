package jinbo.job.collect;

import java.time.Duration;
import jinbo.envelope.OpeningLimits;
import jinbo.exchange.MessageLanguage;
import jinbo.intake.HoldRules;
import jinbo.intake.IntakeLimits;
import jinbo.job.SideBySideLimit;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;

/**
 * The settings of {@code jobs/collect-uploads.yaml}, which says what each means.
 *
 * @param settle time between the two looks at a drop
 * @param insurersAtATime how many drops are worked on side by side
 * @param graceWorkdays working days before a block counts
 * @param allNeedsConsent whether a row for all insurers needs consent
 * @param messageLanguage language of the sentences in outcomes
 * @param limits what an upload may not exceed
 * @param hold when an upload is held
 */
@ConfigurationProperties(prefix = "jinbo.collect-uploads", ignoreUnknownFields = false)
public record CollectSettings(
        Duration settle,
        int insurersAtATime,
        int graceWorkdays,
        boolean allNeedsConsent,
        MessageLanguage messageLanguage,
        Limits limits,
        Hold hold) {

    /**
     * @throws IllegalArgumentException if more insurers are to be worked for at a time than connections allow, or the two
     *     looks are closer than the whole seconds in which SFTP tells times
     */
    public CollectSettings {
        if (settle.compareTo(Duration.ofSeconds(2)) < 0) {
            throw new IllegalArgumentException(
                    "settle is " + settle.toMillis() + " ms; between two looks at a drop must lie 2s or more");
        }
        SideBySideLimit.require(insurersAtATime);
    }

    /**
     * What an upload may not exceed.
     *
     * @param sealedSize bytes as received
     * @param clearSize bytes of the content
     * @param compressionRatio clear bytes to compressed ones
     * @param packets OpenPGP packets in a message
     * @param rows rows of the content
     * @param rowLength characters of a row
     */
    public record Limits(
            DataSize sealedSize, DataSize clearSize, int compressionRatio, int packets, long rows, int rowLength) {

        /**
         * @throws IllegalArgumentException if nothing would pass any more, or if what is held in memory would have no bound
         */
        public Limits {
            new OpeningLimits(sealedSize.toBytes(), clearSize.toBytes(), compressionRatio, packets);
            new IntakeLimits(rows, rowLength);
        }

        OpeningLimits opening() {
            return new OpeningLimits(sealedSize.toBytes(), clearSize.toBytes(), compressionRatio, packets);
        }

        IntakeLimits intake() {
            return new IntakeLimits(rows, rowLength);
        }
    }

    /**
     * When an upload is held for an operator.
     *
     * @param refusedRows more refused rows than this, and
     * @param refusedPercent more than this share of the rows
     * @param rows more rows than this
     * @param factor more rows than this many times the insurer's average, after
     * @param filesBeforeFactor so many files that were taken in, for files of more than
     * @param rowsBeforeFactor so many rows
     * @param consecutiveNumbers so many consecutive numbers one after the other
     * @param takenBack more complaints taken back by one file of withdrawals than this
     */
    public record Hold(
            long refusedRows,
            int refusedPercent,
            long rows,
            double factor,
            long filesBeforeFactor,
            long rowsBeforeFactor,
            int consecutiveNumbers,
            long takenBack) {

        /**
         * @throws IllegalArgumentException if a number is none of its kind
         */
        public Hold {
            new HoldRules(
                    refusedRows,
                    refusedPercent,
                    rows,
                    factor,
                    filesBeforeFactor,
                    rowsBeforeFactor,
                    consecutiveNumbers,
                    takenBack);
        }

        HoldRules rules() {
            return new HoldRules(
                    refusedRows,
                    refusedPercent,
                    rows,
                    factor,
                    filesBeforeFactor,
                    rowsBeforeFactor,
                    consecutiveNumbers,
                    takenBack);
        }
    }
}
