package jinbo.participant.insurer;

import jinbo.accesslog.RecordKind;
import jinbo.accesslog.RecordKind.Part;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The records of decisions about insurers, their sales units and their certificates. */
@Configuration(proxyBeanMethods = false)
class InsurerRecords {

    static final RecordKind INSURER = RecordKind.of(
            "insurer",
            Part.row(
                    "insurer",
                    "insurer.code",
                    "scope code name sector joined_at:time suspended_at:time self_discipline_on:date confidentiality_on:date"
                            + " agreements_end_on:date left_on:date successor service_number drop_url drop_keys:texts"),
            Part.rows(
                    "insurer_standing",
                    "insurer_standing.insurer",
                    "insurer_standing.id",
                    "id insurer at:time event self_discipline_on:date confidentiality_on:date ends_on:date successor reason"));

    /**
     * Undecided rows, which a migration derived from {@code insurer.sector}, are left to a rule of {@code registry
     * verify}.
     */
    static final RecordKind LINE = RecordKind.of(
            "line of insurer",
            new Part(
                    "insurer_line",
                    "join insurer_line decided on decided.insurer = insurer_line.insurer and decided.line = insurer_line.line"
                            + " and decided.since = insurer_line.since"
                            + " and (decided.added_at is not null or decided.ended_on is not null)",
                    "insurer_line.insurer || '/' || insurer_line.line",
                    "insurer_line.since - date '2000-01-01'",
                    "insurer line scope since:date ended_on:date added_at:time"));

    static final RecordKind UNIT = RecordKind.of(
            "sales unit",
            Part.row(
                    "sales_unit",
                    "sales_unit.insurer || ' ' || sales_unit.code",
                    "insurer code name kind confidentiality_on:date added_at:time closed_at:time"));

    static final RecordKind CERTIFICATE = RecordKind.of(
            "certificate",
            Part.row(
                    "insurer_certificate",
                    "insurer_certificate.fingerprint",
                    "fingerprint insurer encoded:bytes added_at:time accepted_from:time accepted_until:time"),
            Part.rows(
                    "certificate_revocation",
                    "certificate_revocation.fingerprint",
                    "certificate_revocation.id",
                    "id fingerprint revoked_from:time compromised recorded_at:time reason"));

    static final RecordKind OFFERED = RecordKind.of(
            "offered certificate",
            Part.row(
                    "offered_certificate",
                    "offered_certificate.inbound_file::text",
                    "inbound_file insurer fingerprint encoded:bytes received_at:time"),
            Part.row(
                    "offered_certificate_decision",
                    "offered_certificate_decision.inbound_file::text",
                    "inbound_file accepted decided_at:time refused_by:texts refused_why"));

    @Bean
    RecordKind offeredCertificateRecord() {
        return OFFERED;
    }

    @Bean
    RecordKind insurerRecord() {
        return INSURER;
    }

    @Bean
    RecordKind insurerLineRecord() {
        return LINE;
    }

    @Bean
    RecordKind salesUnitRecord() {
        return UNIT;
    }

    @Bean
    RecordKind certificateRecord() {
        return CERTIFICATE;
    }
}
