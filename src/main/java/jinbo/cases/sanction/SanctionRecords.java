package jinbo.cases.sanction;

import jinbo.accesslog.RecordKind;
import jinbo.accesslog.RecordKind.Part;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Declares the recorded tables of sanctions. */
@Configuration(proxyBeanMethods = false)
class SanctionRecords {

    static final RecordKind SANCTION = RecordKind.of(
            "sanction",
            Part.row("sanction", "sanction.id::text", "id insurer salesperson kind ladder_from:date step lasts"),
            Part.rows("sanction_case", "sanction_case.sanction::text", "call_case", "sanction call_case about"),
            Part.rows(
                    "sanction_event",
                    "sanction_event.sanction::text",
                    "id",
                    "id sanction event at:time actor reason begins_on:date ends_on:date"));

    @Bean
    RecordKind sanctionRecord() {
        return SANCTION;
    }
}
