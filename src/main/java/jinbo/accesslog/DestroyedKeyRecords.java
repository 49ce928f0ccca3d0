package jinbo.accesslog;

import jinbo.accesslog.RecordKind.Part;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Which keys of years are gone: what was hashed with them is compared no more. */
@Configuration(proxyBeanMethods = false)
class DestroyedKeyRecords {

    static final RecordKind DESTROYED = RecordKind.of(
            "destroyed key",
            Part.row("destroyed_subject_key", "destroyed_subject_key.epoch::text", "epoch destroyed_at:time"));

    @Bean
    RecordKind destroyedKeyRecord() {
        return DESTROYED;
    }
}
