package jinbo.participant.staff;

import jinbo.accesslog.RecordKind;
import jinbo.accesslog.RecordKind.Part;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The records that decisions about people leave. */
@Configuration(proxyBeanMethods = false)
class PersonRecords {

    static final RecordKind PERSON = RecordKind.of(
            "person",
            Part.row("person", "name", "number name full_name role ssh_key added_at:time added_by confirmed_by"),
            Part.rows(
                    "person_agreement",
                    "person",
                    "id",
                    "id person confidentiality_since:date recorded_at:time recorded_by confirmed_by"),
            Part.row("person_revocation", "person", "person reason revoked_at:time revoked_by confirmed_by"));

    /** The person who sets it is the one who signs in with it. */
    static final RecordKind PASSWORD =
            RecordKind.of("password of", Part.row("person_password", "person", "person hash edition set_at:time"));

    @Bean
    RecordKind passwordRecord() {
        return PASSWORD;
    }

    @Bean
    RecordKind personRecord() {
        return PERSON;
    }
}
