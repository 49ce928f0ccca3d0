package jinbo.batch.publish;

import jinbo.batch.ParallelismLimit;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** The settings of {@code jobs/publish-block-lists.yaml}, which documents them. */
@ConfigurationProperties(prefix = "jinbo.publish-block-lists", ignoreUnknownFields = false)
public record PublishSettings(int useByWorkdays, int acknowledgeWithinWorkdays, int insurersAtATime) {

    public PublishSettings {
        ParallelismLimit.require(insurersAtATime);
    }

    /** Deliveries need half of the database connections of sealing. */
    public int deliveriesAtATime() {
        return 2 * insurersAtATime;
    }
}
