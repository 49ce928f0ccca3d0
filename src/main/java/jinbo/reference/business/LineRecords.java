package jinbo.reference.business;

import jinbo.accesslog.RecordKind;
import jinbo.accesslog.RecordKind.Part;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What decisions leave of lines of business. The three that came with the program nobody decided, unless they were closed. */
@Configuration(proxyBeanMethods = false)
class LineRecords {

    static final RecordKind LINE = RecordKind.of(
            "line of business",
            new Part(
                    "business_line",
                    "join business_line decided on decided.code = business_line.code"
                            + " and (decided.added_at is not null or decided.closed_on is not null)",
                    "business_line.code",
                    "0",
                    "code scope name chinese_name since:date closed_on:date added_at:time"));

    @Bean
    RecordKind businessLineRecord() {
        return LINE;
    }
}
