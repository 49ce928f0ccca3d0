package jinbo.blocklist;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import jinbo.accesslog.AccessPermit;
import jinbo.exchange.ListDigest;
import jinbo.insurer.Sector;
import jinbo.registry.RegistryBlocks;

/** What the insurers of a sector are told that have no blocks of their own, counted and summed once for all lists of a publication. */
public final class SectorLists {

    private final RegistryBlocks blocks;
    private final LocalDate day;
    private final Map<Sector, SectorList> known = new EnumMap<>(Sector.class);

    /**
     * Of a publication.
     *
     * @param day the Beijing date of its {@code as_of}; bans that are over on it are left out
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

    private SectorList read(AccessPermit permit, Sector sector) {
        ListDigest digest = new ListDigest();
        long[] entries = {0};
        blocks.of(permit, sector, day, (mobile, effectiveOn, expiresOn) -> {
            digest.add(mobile, effectiveOn, expiresOn);
            entries[0]++;
        });
        return new SectorList(entries[0], digest.hex());
    }

    /**
     * A sector's list.
     *
     * @param entries how many numbers it has
     * @param digest see {@link ListDigest}
     */
    record SectorList(long entries, String digest) {}
}
