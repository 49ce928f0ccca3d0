package jinbo.registry.blocklist;

import java.io.IOException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import jinbo.accesslog.AccessPermit;
import jinbo.exchange.format.DeflatedBlockListWriter;
import jinbo.exchange.format.ListDigest;
import jinbo.participant.insurer.Sector;
import jinbo.platform.files.Sha256;
import jinbo.registry.BlockSink;
import jinbo.registry.RegistryBlocks;

/** What the insurers of a sector are told that have no blocks of their own, counted and summed once for all lists of a publication. */
public final class SectorLists {

    /** Bytes of deflated lists; a list of seven million numbers takes 17 million. */
    private static final int MOST_KEPT = 1 << 26;

    private final RegistryBlocks blocks;
    private final LocalDate day;
    private final Map<Sector, SectorList> known = new EnumMap<>(Sector.class);
    private final Map<Sector, Optional<DeflatedList>> deflated = new EnumMap<>(Sector.class);
    private int kept;

    /**
     * Of a publication.
     *
     * @param day the Beijing date of its {@code as_of}; blocks that are over on it are left out
     */
    public SectorLists(RegistryBlocks blocks, LocalDate day) {
        this.blocks = blocks;
        this.day = day;
    }

    LocalDate day() {
        return day;
    }

    RegistryBlocks blocks() {
        return blocks;
    }

    /** The first that asks has it made; the others wait. */
    synchronized SectorList of(AccessPermit permit, Sector sector) {
        SectorList list = Optional.ofNullable(known.get(sector)).orElseGet(() -> read(permit, sector));
        known.put(sector, list);
        return list;
    }

    /**
     * The CSV of a sector's list, deflated; kept for others as long as it fits with what is kept already.
     *
     * @return empty if it is too large to be kept
     */
    synchronized Optional<DeflatedList> deflated(AccessPermit permit, Sector sector) throws IOException {
        Optional<DeflatedList> made = deflated.get(sector);
        if (made == null) {
            BoundedOutputBuffer bytes = new BoundedOutputBuffer(MOST_KEPT - kept);
            Sha256 clear = new Sha256();
            new ListRowSink(new DeflatedBlockListWriter(clear.stream(), bytes))
                    .all(sink -> blocks.of(permit, sector, day, sink));
            made = bytes.fitted().map(fitted -> new DeflatedList(clear, fitted));
            kept += made.map(DeflatedList::length).orElse(0);
            deflated.put(sector, made);
        }
        return made;
    }

    private SectorList read(AccessPermit permit, Sector sector) {
        Queue<Sum> sums = new ConcurrentLinkedQueue<>();
        blocks.inParts(permit, sector, day, () -> {
            Sum sum = new Sum();
            sums.add(sum);
            return sum;
        });
        Sum all = new Sum();
        sums.forEach(all::add);
        return new SectorList(all.entries, all.digest.hex());
    }

    /** Counts and sums a part. */
    private static final class Sum implements BlockSink {

        private final ListDigest digest = new ListDigest();
        private long entries;

        @Override
        public void block(long mobile, int effectiveOn, int expiresOn) {
            digest.add(mobile, effectiveOn, expiresOn);
            entries++;
        }

        void add(Sum other) {
            digest.add(other.digest);
            entries += other.entries;
        }
    }

    /**
     * A sector's list.
     *
     * @param entries how many numbers it has
     * @param digest see {@link ListDigest}
     */
    record SectorList(long entries, String digest) {}
}
