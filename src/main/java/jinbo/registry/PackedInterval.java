package jinbo.registry;

import java.time.LocalDate;

/** An {@link Interval} in 30 bits: first day and first day after the block, 15 bits each, in days since 2000-01-01. */
final class PackedInterval {

    static final int BITS = 15;

    private static final int DAYS = 1 << BITS;

    /** 2000-01-01 in days since 1970-01-01. PostgreSQL, too, counts days from 2000-01-01. */
    static final int FIRST_DAY = Math.toIntExact(LocalDate.of(2000, 1, 1).toEpochDay());

    private PackedInterval() {}

    static int pack(Interval block) {
        return pack(day(block.effectiveOn()), day(block.expiresOn()));
    }

    /**
     * Packs days since 2000.
     *
     * @throws RegistryReadException if a day is before 2000 or after September 2089
     */
    static int pack(int effectiveOn, int expiresOn) {
        if (effectiveOn < 0 || effectiveOn >= DAYS || expiresOn < 0 || expiresOn >= DAYS) {
            throw new RegistryReadException(date(effectiveOn), date(expiresOn));
        }
        return effectiveOn << BITS | expiresOn;
    }

    static int effectiveOn(int block) {
        return block >>> BITS & DAYS - 1;
    }

    static int expiresOn(int block) {
        return block & DAYS - 1;
    }

    /** See {@link Interval#after}. */
    static int after(int block, int complaint, int registeredOn) {
        return expiresOn(block) <= registeredOn
                ? complaint
                : Math.min(effectiveOn(block), effectiveOn(complaint)) << BITS
                        | Math.max(expiresOn(block), expiresOn(complaint));
    }

    static int day(LocalDate date) {
        return Math.toIntExact(date.toEpochDay() - FIRST_DAY);
    }

    static LocalDate date(int day) {
        return LocalDate.ofEpochDay(FIRST_DAY + day);
    }
}
