package jinbo.participant.insurer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import jinbo.accesslog.DecisionRecords;
import jinbo.accesslog.RecordKind;
import jinbo.accesslog.RecordKind.Part;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The certificates of the insurers. Several may be accepted at once, so that a key can be changed without a gap. */
@Component
public class InsurerCertificates {

    private static final RecordKind RECORD = RecordKind.of(
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

    private final JdbcClient jdbc;
    private final DecisionRecords records;

    InsurerCertificates(JdbcClient jdbc, DecisionRecords records) {
        this.jdbc = jdbc;
        this.records = records;
    }

    @Bean
    static RecordKind certificateRecord() {
        return RECORD;
    }

    /**
     * Accepts a certificate. If it is already accepted, replaces the bounds and merges both copies, because a
     * certificate may get more subkeys, a later expiry or revocations. Throws {@link InsurerException} like {@link
     * #requireFree}.
     */
    @Transactional
    public void add(InsurerCertificate certificate, BinaryOperator<byte[]> grown) {
        records.record(RECORD, certificate.fingerprint(), () -> write(certificate, grown));
    }

    private void write(InsurerCertificate certificate, BinaryOperator<byte[]> grown) {
        CertificateAcceptance acceptance = certificate.acceptance();
        requireFree(certificate.insurer(), certificate.fingerprint());
        byte[] encoded = copyOf(certificate.insurer(), certificate.fingerprint())
                .map(here -> grown.apply(here, certificate.encoded()))
                .orElseGet(certificate::encoded);
        int added = jdbc.sql("""
                insert into insurer_certificate (fingerprint, insurer, encoded, added_at, accepted_from, accepted_until)
                values (?, ?, ?, ?, ?, ?)
                on conflict (fingerprint) do update set encoded = excluded.encoded,
                    accepted_from = excluded.accepted_from, accepted_until = excluded.accepted_until
                where insurer_certificate.insurer = excluded.insurer
                """)
                .params(
                        certificate.fingerprint(),
                        certificate.insurer().value(),
                        encoded,
                        certificate.addedAt().atOffset(ZoneOffset.UTC),
                        acceptance
                                .from()
                                .map(instant -> instant.atOffset(ZoneOffset.UTC))
                                .orElse(null),
                        acceptance
                                .until()
                                .map(instant -> instant.atOffset(ZoneOffset.UTC))
                                .orElse(null))
                .update();
        if (added == 0) {
            requireFree(certificate.insurer(), certificate.fingerprint());
        }
    }

    /** Replaces the stored copy of a certificate by one with more content; the bounds remain. */
    @Transactional
    public void extend(InsurerCode insurer, String fingerprint, UnaryOperator<byte[]> grown) {
        records.record(RECORD, fingerprint, () -> {
            byte[] here = copyOf(insurer, fingerprint)
                    .orElseThrow(() -> new InsurerException(InsurerError.NO_SUCH_CERTIFICATE, insurer, fingerprint));
            jdbc.sql("update insurer_certificate set encoded = ? where fingerprint = ?")
                    .params(grown.apply(here), fingerprint)
                    .update();
        });
    }

    /** @throws InsurerException if another insurer has the certificate, or the association has revoked it for good */
    public void requireFree(InsurerCode insurer, String fingerprint) {
        ownerOf(fingerprint).filter(owner -> !owner.equals(insurer)).ifPresent(owner -> {
            throw new InsurerException(InsurerError.CERTIFICATE_TAKEN, owner, fingerprint);
        });
        revocationsOf(fingerprint).stream().findFirst().ifPresent(revocation -> {
            throw new InsurerException(
                    revocation.compromised() ? InsurerError.CERTIFICATE_COMPROMISED : InsurerError.CERTIFICATE_REVOKED,
                    insurer,
                    fingerprint,
                    revocation.from());
        });
    }

    /** Revokes a certificate. A later revocation may be stricter, but never cancels an earlier one. */
    @Transactional
    public InsurerCertificate revoke(InsurerCode insurer, String fingerprint, CertificateRevocation revocation) {
        get(insurer, fingerprint);
        records.record(
                RECORD,
                fingerprint,
                () -> jdbc.sql("""
                insert into certificate_revocation (fingerprint, revoked_from, compromised, recorded_at, reason)
                values (?, ?, ?, ?, ?)
                """)
                        .params(
                                fingerprint,
                                revocation.from().atOffset(ZoneOffset.UTC),
                                revocation.compromised(),
                                revocation.recordedAt().atOffset(ZoneOffset.UTC),
                                revocation.reason())
                        .update());
        return get(insurer, fingerprint);
    }

    public List<InsurerCertificate> of(InsurerCode insurer) {
        return jdbc.sql("select * from insurer_certificate where insurer = ? order by added_at desc, fingerprint")
                .param(insurer.value())
                .query((row, number) -> certificate(insurer, row))
                .list();
    }

    public InsurerCertificate get(InsurerCode insurer, String fingerprint) {
        return of(insurer).stream()
                .filter(certificate -> certificate.fingerprint().equals(fingerprint))
                .findFirst()
                .orElseThrow(() -> new InsurerException(InsurerError.NO_SUCH_CERTIFICATE, insurer, fingerprint));
    }

    private InsurerCertificate certificate(InsurerCode insurer, ResultSet row) throws SQLException {
        String fingerprint = row.getString("fingerprint");
        return new InsurerCertificate(
                insurer,
                fingerprint,
                row.getBytes("encoded"),
                row.getObject("added_at", OffsetDateTime.class).toInstant(),
                new CertificateAcceptance(
                        instant(row.getObject("accepted_from", OffsetDateTime.class)),
                        instant(row.getObject("accepted_until", OffsetDateTime.class)),
                        revocationsOf(fingerprint)));
    }

    private List<CertificateRevocation> revocationsOf(String fingerprint) {
        return jdbc.sql("""
                select revoked_from as "from", compromised, recorded_at, reason from certificate_revocation
                where fingerprint = ? order by id
                """)
                .param(fingerprint)
                .query(CertificateRevocation.class)
                .list();
    }

    /** Locks the stored copy until the transaction ends. */
    private Optional<byte[]> copyOf(InsurerCode insurer, String fingerprint) {
        return jdbc.sql("select encoded from insurer_certificate where insurer = ? and fingerprint = ? for update")
                .params(insurer.value(), fingerprint)
                .query(byte[].class)
                .optional();
    }

    private Optional<InsurerCode> ownerOf(String fingerprint) {
        return jdbc.sql("select insurer from insurer_certificate where fingerprint = ?")
                .param(fingerprint)
                .query(String.class)
                .optional()
                .map(InsurerCode::new);
    }

    private static Optional<Instant> instant(@Nullable OffsetDateTime time) {
        return Optional.ofNullable(time).map(OffsetDateTime::toInstant);
    }
}
