package jinbo.insurer;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Certificates that insurers have sent through the exchange. Whoever has stolen an insurer's key could send one, so none
 * counts before two people have compared its fingerprint with the insurer by telephone.
 */
@Component
public class OfferedCertificates {

    private final JdbcClient jdbc;
    private final InsurerCertificates certificates;

    OfferedCertificates(JdbcClient jdbc, InsurerCertificates certificates) {
        this.jdbc = jdbc;
        this.certificates = certificates;
    }

    /** Keeps one until it is decided on. */
    public void record(OfferedCertificate offered) {
        jdbc.sql("""
                insert into offered_certificate (inbound_file, insurer, fingerprint, encoded, received_at)
                values (?, ?, ?, ?, ?)
                """)
                .params(
                        offered.inboundFile(),
                        offered.insurer().value(),
                        offered.fingerprint(),
                        offered.encoded(),
                        utc(offered.receivedAt()))
                .update();
    }

    /** Those of all insurers that wait, the oldest first. */
    public List<OfferedCertificate> waiting() {
        return jdbc.sql("""
                select * from offered_certificate o
                where not exists (select from offered_certificate_decision d where d.inbound_file = o.inbound_file)
                order by inbound_file
                """)
                .query((row, number) -> new OfferedCertificate(
                        row.getLong("inbound_file"),
                        new InsurerCode(row.getString("insurer")),
                        row.getString("fingerprint"),
                        row.getBytes("encoded"),
                        row.getObject("received_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /**
     * The newest one of an insurer that waits and has this fingerprint.
     *
     * @param fingerprint as the insurer has read it out
     * @throws InsurerException.NotOffered if none has
     */
    public OfferedCertificate waiting(InsurerCode insurer, String fingerprint) {
        List<OfferedCertificate> waiting = waitingOf(insurer, fingerprint);
        if (waiting.isEmpty()) {
            throw new InsurerException.NotOffered(insurer, fingerprint);
        }
        return waiting.get(waiting.size() - 1);
    }

    /**
     * Takes the newest that waits; from then on it is one of the insurer's certificates, besides those that it has.
     *
     * @param acceptance from when and until when it is to count
     * @throws InsurerException.NotOffered if none waits that has this fingerprint
     * @throws InsurerException.CertificateTaken if another insurer has it by now
     * @throws InsurerException.CertificateRevoked if it was revoked in the meantime
     */
    @Transactional
    public InsurerCertificate accept(InsurerCode insurer, String fingerprint, Acceptance acceptance, Instant at) {
        OfferedCertificate offered = waiting(insurer, fingerprint);
        certificates.add(new InsurerCertificate(insurer, fingerprint, offered.encoded(), at, acceptance));
        decide(insurer, fingerprint, true, at);
        return certificates.get(insurer, fingerprint);
    }

    /**
     * Refuses whatever waits and has this fingerprint.
     *
     * @throws InsurerException.NotOffered if nothing does
     */
    @Transactional
    public OfferedCertificate refuse(InsurerCode insurer, String fingerprint, Instant at) {
        OfferedCertificate offered = waiting(insurer, fingerprint);
        decide(insurer, fingerprint, false, at);
        return offered;
    }

    private List<OfferedCertificate> waitingOf(InsurerCode insurer, String fingerprint) {
        return waiting().stream()
                .filter(offered -> offered.insurer().equals(insurer)
                        && offered.fingerprint().equals(fingerprint))
                .toList();
    }

    private void decide(InsurerCode insurer, String fingerprint, boolean accepted, Instant at) {
        for (OfferedCertificate offered : waitingOf(insurer, fingerprint)) {
            jdbc.sql("insert into offered_certificate_decision (inbound_file, accepted, decided_at) values (?, ?, ?)")
                    .params(offered.inboundFile(), accepted, utc(at))
                    .update();
        }
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
