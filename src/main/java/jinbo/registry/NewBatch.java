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
 * A batch of registrations that is about to be appended.
 *
 * @param registeredAt when the file was received, the held file was released, or the consumer chose
 * @param effectiveOn the first day of the blocks that the batch causes; empty if it causes none
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

    /** Truncates the time to the database's precision, because the batch's digest must not change when read back. */
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
        return ofHolder(
                Kind.CHOICE, registeredAt, registeredOn, Optional.of(effectiveOn), Optional.of(calendarVersion));
    }

    private static NewBatch ofHolder(
            Kind kind, Instant at, LocalDate on, Optional<LocalDate> effectiveOn, Optional<String> calendarVersion) {
        return new NewBatch(
                kind, Optional.empty(), Optional.empty(), Optional.empty(), at, on, effectiveOn, calendarVersion);
    }

    /** A cancellation or a release: it causes no block, and so needs no calendar of working days. */
    static NewBatch withoutBlock(Kind kind, Instant registeredAt, LocalDate registeredOn) {
        return ofHolder(kind, registeredAt, registeredOn, Optional.empty(), Optional.empty());
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

    /** Adds what the batch has in common to its digest; not for uploads of complaints. */
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
