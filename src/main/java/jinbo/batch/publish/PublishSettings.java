package jinbo.batch.publish;

import jinbo.batch.PerInsurerExecutor;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** The settings of {@code jobs/publish-block-lists.yaml}, which documents them. */
@ConfigurationProperties(prefix = "jinbo.publish-block-lists", ignoreUnknownFields = false)
public record PublishSettings(int useByWorkdays, int acknowledgeWithinWorkdays, int insurersAtATime) {

    public PublishSettings {
        PerInsurerExecutor.requireInsurersAtATime(insurersAtATime);
    }

    /** Delivering needs half as many database connections as sealing. */
    public int deliveriesAtATime() {
        return 2 * insurersAtATime;
    }
}
