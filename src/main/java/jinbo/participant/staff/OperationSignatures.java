package jinbo.participant.staff;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import jinbo.accesslog.Actor;
import jinbo.accesslog.DecisionRecords;
import jinbo.accesslog.RecordKind;
import org.springframework.context.annotation.Bean;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Stores signed decisions, which are bound to the access log. A decision in the console has no signature. */
@Component
public record OperationSignatures(JdbcClient jdbc, DecisionRecords records, VerifyIdentity identity, Clock clock) {

    static final RecordKind KIND = RecordKind.of(
            "signature of",
            RecordKind.Part.row(
                    "operation_signature",
                    "operation_signature.nonce || ' ' || operation_signature.purpose",
                    "nonce purpose person document signature signed_at:time"));

    @Bean
    static RecordKind operationSignatureRecord() {
        return KIND;
    }

    /** Signs a document with the person's key and stores both. Throws {@link StaffException} for a used nonce. */
    public void keep(
            IdentityClaim claim, SignaturePurpose purpose, Actor by, String person, String nonce, String document) {
        Optional<String> signature = identity.sign(claim, purpose, document);
        records.record(KIND, nonce + " " + purpose, by, () -> insert(nonce, purpose, person, document, signature));
    }

    private void insert(
            String nonce, SignaturePurpose purpose, String person, String document, Optional<String> signature) {
        try {
            jdbc.sql("""
                    insert into operation_signature (nonce, purpose, person, document, signature, signed_at)
                    values (?, ?, ?, ?, ?, ?)
                    """)
                    .params(
                            nonce,
                            purpose.name(),
                            person,
                            document,
                            signature.orElse(null),
                            Timestamp.from(clock.instant()))
                    .update();
        } catch (DuplicateKeyException again) {
            throw new StaffException(StaffError.REPLAYED);
        }
    }
}
