package jinbo.reference.phone;

import jinbo.accesslog.RecordKind;
import jinbo.accesslog.RecordKind.Part;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The tables of number segments that people have loaded. */
@Configuration(proxyBeanMethods = false)
class SegmentRecords {

    static final RecordKind SEGMENTS = RecordKind.of(
            "number segments",
            Part.row("segment_version", "segment_version.number::text", "number imported_at:time imported_by"),
            Part.rows("segment", "segment.version::text", "segment.segment", "version segment province"));

    @Bean
    RecordKind segmentsRecord() {
        return SEGMENTS;
    }
}
