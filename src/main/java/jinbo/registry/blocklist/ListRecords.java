package jinbo.registry.blocklist;

import jinbo.accesslog.RecordKind;
import jinbo.accesslog.RecordKind.Part;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Declares the records of insurers' messages about their lists, and of withheld lists. */
@Configuration(proxyBeanMethods = false)
class ListRecords {

    static final RecordKind WITHHELD = RecordKind.of(
            "withheld list of",
            Part.row(
                    "withheld_list",
                    "withheld_list.insurer || ', publication ' || withheld_list.publication",
                    "publication insurer reason at:time"));

    static final RecordKind ACKNOWLEDGEMENT = RecordKind.of(
            "acknowledgement",
            Part.row(
                    "acknowledgement",
                    "acknowledgement.inbound_file::text",
                    "inbound_file insurer sequence applied_at:time received_at:time entries list_digest agrees"),
            Part.rows(
                    "acknowledgement_unit",
                    "acknowledgement_unit.inbound_file::text",
                    "select count(*) from acknowledgement_unit u where u.inbound_file = acknowledgement_unit.inbound_file"
                            + " and u.unit collate \"C\" < acknowledgement_unit.unit",
                    "inbound_file unit"));

    static final RecordKind RESYNC = RecordKind.of(
            "request for a full list",
            Part.row(
                    "resync_request",
                    "resync_request.inbound_file::text",
                    "inbound_file insurer requested_at:time received_at:time newest_sequence reason"));

    @Bean
    RecordKind acknowledgementRecord() {
        return ACKNOWLEDGEMENT;
    }

    @Bean
    RecordKind resyncRecord() {
        return RESYNC;
    }

    @Bean
    RecordKind withheldListRecord() {
        return WITHHELD;
    }
}
