package jinbo.registry;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jinbo.insurer.Insurer;

/**
 * All acts on one number, without the number, as the registry knew them at one revision.
 *
 * @param revision the registry's last batch when they were read
 * @param acts by rising revision, within a batch by line
 */
public record NumberHistory(long revision, List<ActOfNumber> acts) {

    /**
     * What counted for an insurer, revision by revision: derived from the acts, never from the blocks, which only tell what
     * counts now.
     *
     * @return by rising revision; nothing for the revisions before there was a ban
     */
    public List<BanInRevisions> bansFor(Insurer insurer) {
        List<BanInRevisions> bans = new ArrayList<>();
        DerivedBlocks blocks = new DerivedBlocks();
        for (int i = 0; i < acts.size(); i++) {
            ActOfNumber act = acts.get(i);
            blocks.complaint(act.scope(), act.sector(), act.ban(), act.registeredOn());
            long next = i + 1 < acts.size() ? acts.get(i + 1).revision() : revision + 1;
            if (next > act.revision()) {
                Optional<Interval> ban = blocks.of(insurer.id(), insurer.sector());
                ban.ifPresent(now -> bans.add(new BanInRevisions(insurer.code(), act.revision(), next, now)));
            }
        }
        return List.copyOf(bans);
    }
}
