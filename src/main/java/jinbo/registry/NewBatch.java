package jinbo.registry;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import jinbo.accesslog.RegistrationDigest;
import org.jspecify.annotations.Nullable;

/**
 * @param registeredAt time of receipt, of the release of a held file, or of the consumer's choice
 * @param effectiveOn first day of the blocks, if there are any
 */
record NewBatch(
        Kind kind,
        Optional<Long> inboundFile,
        Optional<Short> insurer,
        Optional<Short> successor,
        Instant registeredAt,
        LocalDate registeredOn,
        Optional<LocalDate> effectiveOn,
        Optional<String> calendarVersion) {

    enum Kind {
        COMPLAINTS,
        CHOICE,
        RELEASE,
        WITHDRAWALS,
        SUCCESSION
    }

    /** The access log vouches for this time, so it has the database's precision and can be read back unchanged. */
    NewBatch {
        if (kind != Kind.COMPLAINTS) {
            registeredAt = registeredAt.truncatedTo(ChronoUnit.MICROS);
        }
    }

    static NewBatch of(ComplaintBatch batch) {
        return new NewBatch(
                Kind.COMPLAINTS,
                Optional.of(batch.inboundFile()),
                Optional.of(batch.insurerId()),
                Optional.empty(),
                batch.registeredAt(),
                batch.registeredOn(),
                Optional.of(batch.effectiveOn()),
                Optional.of(batch.calendarVersion()));
    }

    static NewBatch choice(
            Instant registeredAt, LocalDate registeredOn, LocalDate effectiveOn, String calendarVersion) {
        return new NewBatch(
                Kind.CHOICE,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                registeredAt,
                registeredOn,
                Optional.of(effectiveOn),
                Optional.of(calendarVersion));
    }

    /** A cancellation or a release, which brings no block and needs no calendar. */
    static NewBatch withoutBlock(Kind kind, Instant registeredAt, LocalDate registeredOn) {
        return new NewBatch(
                kind,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                registeredAt,
                registeredOn,
                Optional.empty(),
                Optional.empty());
    }

    static NewBatch of(WithdrawalBatch batch) {
        return new NewBatch(
                Kind.WITHDRAWALS,
                batch.inboundFile(),
                Optional.of(batch.insurerId()),
                Optional.empty(),
                batch.registeredAt(),
                batch.registeredOn(),
                Optional.empty(),
                Optional.empty());
    }

    static NewBatch succession(short from, short to, Instant registeredAt, LocalDate registeredOn) {
        return new NewBatch(
                Kind.SUCCESSION,
                Optional.empty(),
                Optional.of(from),
                Optional.of(to),
                registeredAt,
                registeredOn,
                Optional.empty(),
                Optional.empty());
    }

    /** Begins the digest of a batch that is not an upload of complaints. */
    void begin(RegistrationDigest digest) {
        digest.begin(kind.name(), registeredAt, effectiveOn);
    }

    Map<String, @Nullable Object> columns() {
        Map<String, @Nullable Object> columns = new HashMap<>();
        columns.put("kind", kind.name());
        columns.put("inboundFile", inboundFile.orElse(null));
        columns.put("insurer", insurer.orElse(null));
        columns.put("successor", successor.orElse(null));
        columns.put("registeredAt", registeredAt.atOffset(ZoneOffset.UTC));
        columns.put("registeredOn", registeredOn);
        columns.put("effectiveOn", effectiveOn.orElse(null));
        columns.put("calendarVersion", calendarVersion.orElse(null));
        return columns;
    }
}
