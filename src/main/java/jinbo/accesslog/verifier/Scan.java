package jinbo.accesslog.verifier;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One pass over an export: every entry read, hashed, held against its tile and its rules, and added to the tree. */
final class Scan {

    private static final int EVERY = 1 << 14;
    private static final int MOST_LISTED = 1000;

    private final TreeHasher hasher = new TreeHasher();
    private final Frontier frontier = new Frontier(hasher);
    private final ExportFolder export;
    private final Checkpoint checkpoint;
    private final TreeShape shape;
    private final EntryStream entries;
    private final TileColumns tiles;
    private final EntryRules rules;
    private final Kept kept;
    private final KeptHeads heads;
    private final Map<Long, List<String>> filesByIndex;
    private final Set<String> filesOfOthers = new LinkedHashSet<>();

    Scan(ExportFolder export, Checkpoint checkpoint, Duration tolerance, Kept kept) {
        this.export = export;
        this.checkpoint = checkpoint;
        this.shape = new TreeShape(checkpoint.size());
        this.entries = new EntryStream(export, shape);
        this.tiles = new TileColumns(export, shape);
        this.rules = new EntryRules(tolerance);
        this.kept = kept;
        this.heads = new KeptHeads(kept.checkpoints());
        this.filesByIndex = kept.filesByIndex();
    }

    /** @throws StoppedException at the first fault of the export, or of what was kept */
    Outcome.Whole run(Watcher watcher) throws StoppedException {
        try {
            heads.compare(frontier);
            entries.readAll((index, bytes) -> {
                take(index, bytes);
                if (index % EVERY == 0) {
                    watcher.at(index, checkpoint.size());
                }
            });
            watcher.at(checkpoint.size(), checkpoint.size());
            compareRoot();
            compareIntents();
            export.refuseSurplus(shape);
        } catch (StoppedException e) {
            throw narrowed(e);
        }
        compareKept();
        return new Outcome.Whole(
                checkpoint.origin(),
                checkpoint.size(),
                checkpoint.root(),
                kept.checkpoints().size(),
                rules.pairs().open(),
                firstOpen());
    }

    private void take(long index, byte[] bytes) throws MalformedException, StoppedException {
        frontier.append(hasher.leaf(bytes), tiles);
        LogEntry entry = LogEntry.read(bytes);
        rules.add(index, entry);
        for (String file : filesByIndex.getOrDefault(index, List.of())) {
            if (!kept.answers().get(file).isRecordedBy(entry)) {
                filesOfOthers.add(file);
            }
        }
        heads.compare(frontier);
    }

    private void compareRoot() throws StoppedException {
        if (!frontier.root().equals(checkpoint.root())) {
            throw new StoppedException(new Outcome.Broken(
                    ExportFolder.CHECKPOINT,
                    Math.min(heads.agreed(), Math.max(0, checkpoint.size() - 1)),
                    Math.max(0, checkpoint.size() - 1),
                    Finding.of(Fault.ROOT_OTHER)));
        }
    }

    private void compareIntents() throws StoppedException {
        Optional<Long> lonely = rules.pairs().firstWithoutIntent();
        if (lonely.isPresent()) {
            long index = lonely.get();
            throw new StoppedException(
                    new Outcome.Broken(entries.fileOf(index), index, index, Finding.of(Fault.INTENT_MISSING)));
        }
    }

    /** Where a checkpoint already differed before the fault was found, the first wrong entry is before that one. */
    private StoppedException narrowed(StoppedException found) {
        Optional<String> forked = heads.forked();
        if (forked.isEmpty() || !(found.outcome() instanceof Outcome.Broken)) {
            return found;
        }
        long size = kept.checkpoints().get(forked.get()).size();
        return new StoppedException(
                new Outcome.Broken(forked.get(), heads.agreed(), size - 1, Finding.of(Fault.CHECKPOINT_FORKED, size)));
    }

    private void compareKept() throws StoppedException {
        if (heads.forked().isPresent()) {
            String file = heads.forked().get();
            throw differs(
                    file,
                    Finding.of(
                            Fault.CHECKPOINT_FORKED,
                            kept.checkpoints().get(file).size()));
        }
        Optional<String> newer = heads.newerThan(checkpoint.size());
        if (newer.isPresent()) {
            throw differs(newer.get(), Finding.of(Fault.CHECKPOINT_NEWER));
        }
        kept.compareWithEachOther(checkpoint.size());
        for (String file : filesOfOthers) {
            throw differs(
                    file,
                    Finding.of(
                            Fault.ENTRY_OF_OTHER_ANSWER,
                            kept.answers().get(file).index()));
        }
    }

    private StoppedException differs(String file, Finding finding) {
        return new StoppedException(
                new Outcome.NotConsistent(file, kept.checkpoints().get(file).size(), checkpoint.size(), finding));
    }

    private List<OpenAccess> firstOpen() throws StoppedException {
        List<OpenAccess> open = new ArrayList<>();
        for (long wanted : rules.pairs().firstOpen(MOST_LISTED)) {
            entries.readBundleOf(wanted, (index, bytes) -> {
                if (index == wanted) {
                    open.add(OpenAccess.of(index, LogEntry.read(bytes)));
                }
            });
        }
        return open;
    }
}
