package jinbo.exchange.format;

import java.time.Instant;
import java.util.List;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.insurer.UnitCode;

/**
 * An insurer's acknowledgement that it has applied a block list ({@code exchange-formats/ack/v1/README.md}).
 *
 * @param sequence that of the list, 1 to 99999999
 * @param entries numbers on the insurer's list now
 * @param listDigest of that list, see {@link ListDigest}
 * @param units the sales units that have it, each once and in the order of their codes; empty if the insurer names none
 */
public record Ack(
        InsurerCode insurer, int sequence, Instant appliedAt, long entries, String listDigest, List<UnitCode> units) {

    public static final String FORMAT = "ack/v1";

    /** @throws IllegalArgumentException if a number, hash or year is not one, or a unit is named twice */
    public Ack {
        ManifestFileName.requireSequence(sequence);
        Hex.requireSha256("list_digest", listDigest);
        JsonText.requireWritable("applied_at", appliedAt);
        if (entries < 0) {
            throw new IllegalArgumentException("A list has 0 entries or more, not " + entries);
        }
        if (units.stream().distinct().count() < units.size()) {
            throw new IllegalArgumentException("A sales unit is named once");
        }
        units = units.stream().sorted().toList();
    }
}
