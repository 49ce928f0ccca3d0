package jinbo.registry.inbound;

import jinbo.accesslog.RecordKind;
import jinbo.accesslog.RecordKind.Part;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Declares the records of decisions about held files, and about files that a restored database does not have. */
@Configuration(proxyBeanMethods = false)
class InboundRecords {

    static final RecordKind HELD = RecordKind.of(
            "decision on held file",
            Part.row(
                    "held_decision",
                    "held_decision.inbound_file || ', answer ' || held_decision.answer",
                    "inbound_file answer decision reason decided_by acted_as operating_system_user confirmed_by decided_at:time"));

    static final RecordKind AGAIN = RecordKind.of(
            "decision on unrecorded file",
            Part.row(
                    "reingested",
                    "reingested.inbound_file::text",
                    "inbound_file reason asked_by acted_as operating_system_user confirmed_by asked_at:time lost_before:time"));

    @Bean
    RecordKind heldDecisionRecord() {
        return HELD;
    }

    @Bean
    RecordKind reingestDecisionRecord() {
        return AGAIN;
    }
}
