package jinbo.registry.blocklist;

import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import jinbo.accesslog.AccessPermit;
import jinbo.exchange.format.ListDigest;
import jinbo.participant.insurer.LineParticipation;
import jinbo.reference.business.LineCode;
import org.springframework.stereotype.Component;

/** Computes counts and digest of an insurer's full list from those of its lines and the insurer's own blocks. */
@Component
public class RenderBlockList {

    public FullList full(AccessPermit permit, SharedLists shared, List<LineParticipation> lines) {
        ListDigest digest = new ListDigest();
        SortedMap<LineCode, Long> entries = new TreeMap<>();
        for (LineParticipation line : lines) {
            SharedLists.LineTotal total = shared.of(permit, line.line());
            digest.add(ListDigest.from(total.digest()));
            entries.put(line.code(), total.entries());
        }
        boolean[] differs = {false};
        shared.blocks().differing(permit, lines, shared.day(), change -> {
            differs[0] = true;
            long mobile = change.mobile().value();
            change.before().ifPresent(block -> {
                digest.remove(mobile, change.line(), day(block.effectiveOn()), day(block.expiresOn()));
                entries.merge(change.line(), -1L, Long::sum);
            });
            change.after().ifPresent(block -> {
                digest.add(mobile, change.line(), day(block.effectiveOn()), day(block.expiresOn()));
                entries.merge(change.line(), 1L, Long::sum);
            });
        });
        return new FullList(permit, lines, shared, differs[0], entries, digest.hex());
    }

    private static int day(LocalDate date) {
        return Math.toIntExact(date.toEpochDay());
    }
}
