package jinbo.participant.insurer;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BinaryOperator;
import jinbo.accesslog.DecisionRecords;
import jinbo.accesslog.RecordKind;
import jinbo.accesslog.RecordKind.Part;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The certificates that insurers have uploaded. Two people accept each after comparing the fingerprint by telephone,
 * because a thief of a key could upload one.
 */
@Component
public class OfferedCertificates {

    private static final RecordKind RECORD = RecordKind.of(
            "offered certificate",
            Part.row(
                    "offered_certificate",
                    "offered_certificate.inbound_file::text",
                    "inbound_file insurer fingerprint encoded:bytes received_at:time"),
            Part.row(
                    "offered_certificate_decision",
                    "offered_certificate_decision.inbound_file::text",
                    "inbound_file accepted decided_at:time refused_by:texts refused_why"));

    /** At most this many certificates of an insurer wait: each may have 256 KiB, and people look at all. */
    public static final int MAX_WAITING = 20;

    private static final String WAITING = """
            from offered_certificate o
            where not exists (select from offered_certificate_decision d where d.inbound_file = o.inbound_file)
            """;

    private final JdbcClient jdbc;
    private final Insurers insurers;
    private final InsurerCertificates certificates;
    private final DecisionRecords records;

    OfferedCertificates(JdbcClient jdbc, Insurers insurers, InsurerCertificates certificates, DecisionRecords records) {
        this.jdbc = jdbc;
        this.insurers = insurers;
        this.certificates = certificates;
        this.records = records;
    }

    @Bean
    static RecordKind offeredCertificateRecord() {
        return RECORD;
    }

    public void record(OfferedCertificate offered) {
        records.record(
                RECORD,
                Long.toString(offered.inboundFile()),
                () -> jdbc.sql("""
                    insert into offered_certificate (inbound_file, insurer, fingerprint, encoded, received_at)
                    values (?, ?, ?, ?, ?)
                    """)
                        .params(
                                offered.inboundFile(),
                                offered.insurer().value(),
                                offered.fingerprint(),
                                offered.encoded(),
                                offered.receivedAt().atOffset(ZoneOffset.UTC))
                        .update());
    }

    /** The waiting certificates of all insurers, the oldest first. */
    public List<OfferedCertificate> waiting() {
        return jdbc.sql("select * " + WAITING + "order by inbound_file")
                .query(OfferedCertificate.class)
                .list();
    }

    public int countWaiting(InsurerCode insurer) {
        return jdbc.sql("select count(*) " + WAITING + "and insurer = ?")
                .param(insurer.value())
                .query(Integer.class)
                .single();
    }

    /** True if the same copy waits already. */
    public boolean waits(OfferedCertificate copy) {
        return jdbc.sql("select count(*) > 0 " + WAITING + "and insurer = ? and encoded = ?")
                .params(copy.insurer().value(), copy.encoded())
                .query(Boolean.class)
                .single();
    }

    /**
     * The waiting certificate with a fingerprint. Different copies of a certificate have the same fingerprint.
     *
     * @param file selects a copy, if several different copies wait, by the inbound file that contained it
     * @throws InsurerException if none waits, or if different copies wait and none is selected
     */
    public OfferedCertificate waiting(InsurerCode insurer, String fingerprint, Optional<Long> file) {
        List<OfferedCertificate> waiting = requireWaiting(insurer, fingerprint, file);
        OfferedCertificate newest = waiting.get(waiting.size() - 1);
        if (!waiting.stream().allMatch(copy -> Arrays.equals(copy.encoded(), newest.encoded()))) {
            throw new InsurerException(
                    InsurerError.CERTIFICATES_DIFFER,
                    insurer,
                    fingerprint,
                    waiting.stream().map(OfferedCertificate::inboundFile).toList());
        }
        return newest;
    }

    /**
     * Accepts a waiting certificate in addition to those that the insurer has. Different copies of it still wait.
     *
     * @throws InsurerException like {@link #waiting(InsurerCode, String, Optional)} and {@link InsurerCertificates#add}
     */
    @Transactional
    public InsurerCertificate accept(
            InsurerCode insurer,
            String fingerprint,
            Optional<Long> file,
            CertificateAcceptance acceptance,
            BinaryOperator<byte[]> grown,
            Instant at) {
        insurers.lock(insurer);
        OfferedCertificate offered = waiting(insurer, fingerprint, file);
        certificates.add(new InsurerCertificate(insurer, fingerprint, offered.encoded(), at, acceptance), grown);
        requireWaiting(insurer, fingerprint, Optional.empty()).stream()
                .filter(copy -> Arrays.equals(copy.encoded(), offered.encoded()))
                .forEach(copy -> decide(copy, at, Optional.empty()));
        return certificates.get(insurer, fingerprint);
    }

    /** Refuses one or all waiting copies of a certificate, and returns the newest of them. */
    @Transactional
    public OfferedCertificate refuse(InsurerCode insurer, String fingerprint, Optional<Long> file, Refusal refusal) {
        insurers.lock(insurer);
        List<OfferedCertificate> waiting = requireWaiting(insurer, fingerprint, file);
        waiting.forEach(offered -> decide(offered, refusal.at(), Optional.of(refusal)));
        return waiting.get(waiting.size() - 1);
    }

    public Optional<Refusal> findRefusal(InsurerCode insurer, String fingerprint) {
        return jdbc.sql("""
            select d.decided_at, coalesce(d.refused_by, '{}') refused_by, coalesce(d.refused_why, '') refused_why
            from offered_certificate_decision d join offered_certificate o on o.inbound_file = d.inbound_file
            where o.insurer = ? and o.fingerprint = ? and not d.accepted
            order by d.decided_at desc, d.inbound_file desc limit 1
            """)
                .params(insurer.value(), fingerprint)
                .query((row, number) -> new Refusal(
                        row.getObject("decided_at", OffsetDateTime.class).toInstant(),
                        List.of((String[]) row.getArray("refused_by").getArray()),
                        row.getString("refused_why")))
                .optional();
    }

    /** One or all waiting copies of a certificate; throws {@link InsurerException} if none waits. */
    public List<OfferedCertificate> requireWaiting(InsurerCode insurer, String fingerprint, Optional<Long> file) {
        List<OfferedCertificate> waiting = jdbc
                .sql("select * " + WAITING + "and insurer = ? and fingerprint = ? order by inbound_file")
                .params(insurer.value(), fingerprint)
                .query(OfferedCertificate.class)
                .list()
                .stream()
                .filter(copy ->
                        file.filter(named -> named != copy.inboundFile()).isEmpty())
                .toList();
        if (waiting.isEmpty()) {
            throw new InsurerException(InsurerError.CERTIFICATE_NOT_OFFERED, insurer, fingerprint);
        }
        return waiting;
    }

    private void decide(OfferedCertificate offered, Instant at, Optional<Refusal> refusal) {
        records.record(
                RECORD,
                Long.toString(offered.inboundFile()),
                () -> jdbc.sql("""
                insert into offered_certificate_decision (inbound_file, accepted, decided_at, refused_by, refused_why)
                values (?, ?, ?, ?, ?)
                """)
                        .params(
                                offered.inboundFile(),
                                refusal.isEmpty(),
                                at.atOffset(ZoneOffset.UTC),
                                refusal.map(by -> by.by().toArray(String[]::new))
                                        .orElse(null),
                                refusal.map(Refusal::reason).orElse(null))
                        .update());
    }

    public record Refusal(Instant at, List<String> by, String reason) {
        public Refusal {
            by = List.copyOf(by);
        }
    }

    public record OfferedCertificate(
            long inboundFile, InsurerCode insurer, String fingerprint, byte[] encoded, Instant receivedAt) {

        public OfferedCertificate {
            encoded = encoded.clone();
        }

        @Override
        public byte[] encoded() {
            return encoded.clone();
        }

        @Override
        public String toString() {
            return "OfferedCertificate[" + insurer + " " + fingerprint + " in file " + inboundFile + "]";
        }
    }
}
