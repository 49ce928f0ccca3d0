package jinbo.registry;

import jinbo.accesslog.RecordKind;
import jinbo.accesslog.RecordKind.Part;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How many numbers were erased at a time, and up to which end: lists of days before that are made anew no more. */
@Configuration(proxyBeanMethods = false)
class ErasureRecords {

    static final RecordKind ERASURE = RecordKind.of(
            "erasure",
            Part.row("erasure", "erasure.id::text", "id ended_by:date erased_at:time numbers registrations intent"));

    @Bean
    RecordKind erasureRecord() {
        return ERASURE;
    }
}
