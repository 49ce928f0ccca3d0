package jinbo.registry.blocklist;

import java.time.LocalDate;
import jinbo.accesslog.AccessPermit;
import jinbo.exchange.format.ListDigest;
import jinbo.participant.insurer.Insurer;
import org.springframework.stereotype.Component;

/**
 * Finds out what an insurer's full list holds: as its sector's, but for the insurer's own blocks. So the millions that are the same
 * for all insurers are counted and summed once.
 */
@Component
public class RenderBlockList {

    /** The list, to be written out. */
    public FullList full(AccessPermit permit, SectorLists sectors, Insurer insurer) {
        SectorLists.SectorList sector = sectors.of(permit, insurer.sector());
        ListDigest digest = ListDigest.from(sector.digest());
        long[] entries = {sector.entries()};
        boolean[] differs = {false};
        sectors.blocks().differing(permit, insurer, sectors.day(), change -> {
            differs[0] = true;
            long mobile = change.mobile().value();
            change.before().ifPresent(block -> {
                digest.remove(mobile, day(block.effectiveOn()), day(block.expiresOn()));
                entries[0]--;
            });
            change.after().ifPresent(block -> {
                digest.add(mobile, day(block.effectiveOn()), day(block.expiresOn()));
                entries[0]++;
            });
        });
        return new FullList(permit, insurer, sectors, differs[0], entries[0], digest.hex());
    }

    private static int day(LocalDate date) {
        return Math.toIntExact(date.toEpochDay());
    }
}
