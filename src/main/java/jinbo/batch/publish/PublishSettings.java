package jinbo.batch.publish;

import jinbo.batch.ParallelismLimit;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The settings of {@code jobs/publish-block-lists.yaml}, which says what each means.
 *
 * @param useByWorkdays working days after which no sales call may rest on a list
 * @param acknowledgeWithinWorkdays working days after its delivery within which an insurer acknowledges a list
 * @param insurersAtATime how many lists are made side by side
 */
@ConfigurationProperties(prefix = "jinbo.publish-block-lists", ignoreUnknownFields = false)
public record PublishSettings(int useByWorkdays, int acknowledgeWithinWorkdays, int insurersAtATime) {

    /** @throws IllegalArgumentException if more insurers are to be worked for at a time than connections allow */
    public PublishSettings {
        ParallelismLimit.require(insurersAtATime);
    }

    /** To how many insurers lists are delivered side by side: that takes half of the connections to the database. */
    public int deliveriesAtATime() {
        return 2 * insurersAtATime;
    }
}
