package jinbo.insurer;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The certificates of the insurers; several may be good at once, so that a key can be changed without a gap. */
@Component
public class InsurerCertificates {

    private final JdbcClient jdbc;

    InsurerCertificates(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Accepts a certificate from now on; adding the same one again replaces it, as a certificate grows (new subkeys, a later
     * expiry) under the same fingerprint.
     *
     * @throws InsurerException.CertificateTaken if another insurer has it
     */
    public void add(InsurerCertificate certificate) {
        ownerOf(certificate.fingerprint())
                .filter(owner -> !owner.equals(certificate.insurer()))
                .ifPresent(owner -> {
                    throw new InsurerException.CertificateTaken(owner, certificate.fingerprint());
                });
        jdbc.sql("""
                insert into insurer_certificate (fingerprint, insurer, encoded, added_at) values (?, ?, ?, ?)
                on conflict (fingerprint) do update set encoded = excluded.encoded
                """)
                .params(
                        certificate.fingerprint(),
                        certificate.insurer().value(),
                        certificate.encoded(),
                        certificate.addedAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The certificates of an insurer, the newest first. */
    public List<InsurerCertificate> of(InsurerCode insurer) {
        return jdbc.sql("select * from insurer_certificate where insurer = ? order by added_at desc, fingerprint")
                .param(insurer.value())
                .query((row, number) -> new InsurerCertificate(
                        insurer,
                        row.getString("fingerprint"),
                        row.getBytes("encoded"),
                        row.getObject("added_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    private Optional<InsurerCode> ownerOf(String fingerprint) {
        return jdbc.sql("select insurer from insurer_certificate where fingerprint = ?")
                .param(fingerprint)
                .query(String.class)
                .optional()
                .map(InsurerCode::new);
    }
}
