package jinbo.cases;

import jinbo.accesslog.RecordKind;
import jinbo.accesslog.RecordKind.Part;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Declares the tables of cases whose records are logged with a digest; not those with phone numbers. */
@Configuration(proxyBeanMethods = false)
class CaseRecords {

    static final RecordKind CASE = RecordKind.of(
            "case",
            Part.row(
                    "call_case",
                    "call_case.number",
                    "id number request insurer business_line called_at:time purpose source subject opened_at:time"),
            ofCase("call_case_event", "id call_case state at:time actor due_on:date calendar_version reason"),
            ofCase("call_case_party", "id call_case insurer unit salesperson at:time actor"),
            ofCase(
                    "call_case_answer",
                    "id call_case insurer inbound_file line received_at:time answer dispute words policy_from:date"
                            + " policy_until:date sold_by_telephone service_call evidence_reference"),
            ofCase(
                    "call_case_decision",
                    "id call_case ruling grounds:texts proposed reason evidence_sha256 decided_by confirmed_by at:time"),
            new Part(
                    "call_case_erasure",
                    "left join call_case on call_case.id = call_case_erasure.call_case",
                    "call_case.number",
                    "0",
                    "call_case erased_at:time intent"));

    /** A working day on which an insurer could not be notified. */
    static final RecordKind UNNOTIFIED = RecordKind.of(
            "unnotified day of",
            Part.row(
                    "case_unnotified_day",
                    "case_unnotified_day.insurer || ' on ' || to_char(case_unnotified_day.on_day, 'YYYY-MM-DD')",
                    "insurer on_day:date"));

    @Bean
    RecordKind unnotifiedDayRecord() {
        return UNNOTIFIED;
    }

    /** A file for an insurer. Its delivery or withholding comes later and is not part of the record. */
    static final RecordKind CASE_FILE = RecordKind.of(
            "file of cases",
            Part.row(
                    "case_file",
                    "case_file.insurer || ' ' || case_file.sequence",
                    "id insurer sequence name spooled_as size sha256 sealed_at:time access_log_id"),
            new Part(
                    "case_notice",
                    "left join case_file on case_file.id = case_notice.case_file",
                    "case_file.insurer || ' ' || case_file.sequence",
                    "case_notice.line",
                    "case_file line notice call_case decision sanction"));

    @Bean
    RecordKind caseFileRecord() {
        return CASE_FILE;
    }

    @Bean
    RecordKind caseRecord() {
        return CASE;
    }

    private static Part ofCase(String table, String columns) {
        return new Part(
                table,
                "left join call_case on call_case.id = " + table + ".call_case",
                "call_case.number",
                table + ".id",
                columns);
    }
}
