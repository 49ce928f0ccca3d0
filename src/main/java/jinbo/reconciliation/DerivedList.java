package jinbo.reconciliation;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Optional;
import jinbo.disk.Sha256;
import jinbo.exchange.ListKind;
import jinbo.insurer.Sector;
import jinbo.registry.Interval;
import jinbo.workday.BusinessTime;

/** A recorded list beside what is made of it anew: entries counted and hashed as they come, none kept. */
final class DerivedList {

    private static final String HEADER = "mobile,effective_on,expires_on\r\n";
    private static final BigInteger MODULUS = BigInteger.ONE.shiftLeft(256);

    private final RecordedList recorded;
    private final LocalDate day;
    private final MessageDigest content = Sha256.start();
    private BigInteger sum = BigInteger.ZERO;
    private long entries;

    DerivedList(RecordedList recorded) {
        this.recorded = recorded;
        this.day = BusinessTime.dateOf(recorded.asOf());
        content.update(HEADER.getBytes(StandardCharsets.US_ASCII));
    }

    long revision() {
        return recorded.revision();
    }

    short insurer() {
        return recorded.insurerId();
    }

    Sector sector() {
        return recorded.sector();
    }

    /** Whether a ban has a day on or after that of the list. */
    boolean shows(Interval ban) {
        return !ban.isOver(day) && ban.effectiveOn().isBefore(ban.expiresOn());
    }

    void add(DerivedEntry entry) {
        entries++;
        content.update(entry.row());
        sum = sum.add(entry.hash());
    }

    /**
     * Whether that there are fewer entries now may come from numbers that have been erased since.
     *
     * @param day on which these had ended: what is of that day or later never held them
     */
    boolean mayLackNumbersErasedUpTo(LocalDate day) {
        return this.day.isBefore(day) && entries < recorded.entries();
    }

    /** What the record says and what was made anew differ in, if they do. Ends the list. */
    Optional<String> difference() {
        String name = recorded.name().fileName();
        if (recorded.entries() != entries) {
            return Optional.of(
                    name + ": " + recorded.entries() + " entries recorded, " + entries + " follow from the acts");
        }
        if (!recorded.listDigest().equals("%064x".formatted(sum.mod(MODULUS)))) {
            return Optional.of(name + ": other numbers or dates than follow from the acts (list_digest)");
        }
        boolean full = recorded.name().kind() == ListKind.FULL;
        if (full && recorded.rows() != entries) {
            return Optional.of(name + ": " + recorded.rows() + " rows recorded, " + entries + " follow from the acts");
        }
        if (full && !recorded.contentSha256().equals(HexFormat.of().formatHex(content.digest()))) {
            return Optional.of(name + ": another CSV than follows from the acts (content_sha256)");
        }
        return Optional.empty();
    }
}
