package jinbo.cases.sanction;

import jinbo.accesslog.RecordKind;
import jinbo.accesslog.RecordKind.Part;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What follows from upheld cases, by which of them it was earned, and what people decided of it. */
@Configuration(proxyBeanMethods = false)
class SanctionRecords {

    static final RecordKind MEASURE = RecordKind.of(
            "measure",
            Part.row("measure", "measure.id::text", "id insurer salesperson kind ladder_from:date step lasts"),
            Part.rows("measure_case", "measure_case.measure::text", "call_case", "measure call_case about"),
            Part.rows(
                    "measure_event",
                    "measure_event.measure::text",
                    "id",
                    "id measure event at:time actor reason begins_on:date ends_on:date"));

    @Bean
    RecordKind measureRecord() {
        return MEASURE;
    }
}
