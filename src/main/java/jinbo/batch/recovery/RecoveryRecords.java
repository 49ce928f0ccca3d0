package jinbo.batch.recovery;

import jinbo.accesslog.RecordKind;
import jinbo.accesslog.RecordKind.Part;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class RecoveryRecords {

    static final RecordKind RECOVERY = RecordKind.of(
            "recovery",
            Part.row(
                    "recovery",
                    "recovery.id::text",
                    "id noticed_at:time insurer seen corroboration settled_at:time settled_by reason forced"));

    @Bean
    RecordKind recoveryRecord() {
        return RECOVERY;
    }
}
