package jinbo.exchange.keys;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import jinbo.exchange.openpgp.Fingerprint;
import jinbo.participant.insurer.InsurerCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The announcements of the association's certificates, at most one for each insurer and version. */
@Component
public record CertificateAnnouncements(JdbcClient jdbc) {

    public List<CertificateAnnouncement> of(InsurerCode insurer) {
        return jdbc.sql("select * from certificate_announcement where insurer = ? order by sealed_at, name")
                .param(insurer.value())
                .query(CertificateAnnouncements::announcement)
                .list();
    }

    public List<CertificateAnnouncement> of(Fingerprint fingerprint) {
        return jdbc.sql(
                        "select * from certificate_announcement where fingerprint = ? order by insurer, sealed_at, name")
                .param(fingerprint.value())
                .query(CertificateAnnouncements::announcement)
                .list();
    }

    public Set<Fingerprint> announced() {
        return new TreeSet<>(jdbc.sql("select distinct fingerprint from certificate_announcement")
                .query((row, number) -> new Fingerprint(row.getString("fingerprint")))
                .list());
    }

    /** Records an announcement, whose bytes must be durable. It replaces an earlier one that is not delivered yet. */
    public void record(CertificateAnnouncement sealed) {
        jdbc.sql("""
                insert into certificate_announcement
                    (insurer, certificate_sha256, fingerprint, name, spooled_as, sha256, signed_by, sealed_at)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (insurer, certificate_sha256) do update set
                    name = excluded.name, spooled_as = excluded.spooled_as, sha256 = excluded.sha256,
                    signed_by = excluded.signed_by, sealed_at = excluded.sealed_at
                where certificate_announcement.delivered_at is null
                """)
                .params(
                        sealed.insurer().value(),
                        sealed.certificateSha256(),
                        sealed.fingerprint().value(),
                        sealed.name(),
                        sealed.spooledAs(),
                        sealed.sha256(),
                        sealed.signedBy().value(),
                        sealed.sealedAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    public void delivered(CertificateAnnouncement sealed, Instant at) {
        jdbc.sql("update certificate_announcement set delivered_at = ? where insurer = ? and certificate_sha256 = ?")
                .params(at.atOffset(ZoneOffset.UTC), sealed.insurer().value(), sealed.certificateSha256())
                .update();
    }

    private static CertificateAnnouncement announcement(ResultSet row, int number) throws SQLException {
        return new CertificateAnnouncement(
                new InsurerCode(row.getString("insurer")),
                new Fingerprint(row.getString("fingerprint")),
                row.getString("certificate_sha256"),
                row.getString("name"),
                row.getString("spooled_as"),
                row.getString("sha256"),
                new Fingerprint(row.getString("signed_by")),
                row.getObject("sealed_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getObject("delivered_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant));
    }

    /**
     * @param certificateSha256 the hash of the announced version of the certificate, with all its signatures
     * @param spooledAs the path of the sealed file below the spool folder
     * @param sha256 the hash of the sealed file, which is durable in the spool
     * @param deliveredAt empty if it is not on the drop yet
     */
    public record CertificateAnnouncement(
            InsurerCode insurer,
            Fingerprint fingerprint,
            String certificateSha256,
            String name,
            String spooledAs,
            String sha256,
            Fingerprint signedBy,
            Instant sealedAt,
            Optional<Instant> deliveredAt) {

        public boolean isDelivered() {
            return deliveredAt.isPresent();
        }
    }
}
