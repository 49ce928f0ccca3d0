package jinbo.participant.insurer;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Records when each insurer's drop was last checked successfully; for display only. */
@Component
public record DropChecks(JdbcClient jdbc) {

    public void succeeded(InsurerCode insurer, Instant at) {
        jdbc.sql("update insurer set drop_checked_at = ? where code = ?")
                .params(at.atOffset(ZoneOffset.UTC), insurer.value())
                .update();
    }

    public Optional<Instant> lastSuccess(InsurerCode insurer) {
        return jdbc.sql("select drop_checked_at from insurer where code = ? and drop_checked_at is not null")
                .param(insurer.value())
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }
}
