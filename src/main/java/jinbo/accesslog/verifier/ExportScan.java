package jinbo.accesslog.verifier;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import jinbo.accesslog.verifier.VerifyLog.VerificationProgressListener;

/** One pass over an export: hashes each entry, compares it with its tile, checks the rules, and grows the tree. */
final class ExportScan {

    private static final int PROGRESS_INTERVAL = 1 << 14;
    private static final int MOST_LISTED = 1000;

    private final TreeHasher hasher = new TreeHasher();
    private final Frontier frontier = new Frontier(hasher);
    private final ExportFolder export;
    private final Checkpoint checkpoint;
    private final TreeShape shape;
    private final EntryStream entries;
    private final TileVerifier tiles;
    private final EntryRules rules;
    private final RetainedEvidence retained;
    private final CompareRetainedCheckpoints heads;
    private final Map<Long, List<String>> filesByIndex;
    private final Set<String> filesOfOthers = new LinkedHashSet<>();

    ExportScan(ExportFolder export, Checkpoint checkpoint, Duration tolerance, RetainedEvidence retained) {
        this.export = export;
        this.checkpoint = checkpoint;
        this.shape = new TreeShape(checkpoint.size());
        this.entries = new EntryStream(export, shape);
        this.tiles = new TileVerifier(export, shape);
        this.rules = new EntryRules(tolerance);
        this.retained = retained;
        this.heads = new CompareRetainedCheckpoints(retained.checkpoints());
        this.filesByIndex = retained.filesByIndex();
    }

    VerificationOutcome.Whole run(VerificationProgressListener progress) throws VerificationStoppedException {
        try {
            heads.compare(frontier);
            entries.readAll((index, bytes) -> {
                take(index, bytes);
                if (index % PROGRESS_INTERVAL == 0) {
                    progress.onProgress(index, checkpoint.size());
                }
            });
            progress.onProgress(checkpoint.size(), checkpoint.size());
            compareRoot();
            compareIntents();
            export.refuseSurplus(shape);
        } catch (VerificationStoppedException e) {
            throw narrowed(e);
        }
        compareKept();
        return new VerificationOutcome.Whole(
                checkpoint.origin(),
                checkpoint.size(),
                checkpoint.root(),
                retained.checkpoints().size(),
                rules.open(),
                firstOpen());
    }

    private void take(long index, byte[] bytes) throws MalformedException, VerificationStoppedException {
        frontier.append(hasher.leaf(bytes), tiles);
        LogEntry entry = LogEntry.read(bytes);
        rules.add(index, entry);
        for (String file : filesByIndex.getOrDefault(index, List.of())) {
            if (!retained.answers().get(file).isRecordedBy(entry)) {
                filesOfOthers.add(file);
            }
        }
        heads.compare(frontier);
    }

    private void compareRoot() throws VerificationStoppedException {
        if (!frontier.root().equals(checkpoint.root())) {
            long last = Math.max(0, checkpoint.size() - 1);
            throw VerificationStoppedException.broken(
                    ExportFolder.CHECKPOINT, Math.min(heads.agreed(), last), last, Finding.of(Fault.ROOT_OTHER));
        }
    }

    private void compareIntents() throws VerificationStoppedException {
        Optional<Long> lonely = rules.firstWithoutIntent();
        if (lonely.isPresent()) {
            long index = lonely.get();
            throw VerificationStoppedException.broken(
                    entries.fileOf(index), index, index, Finding.of(Fault.INTENT_MISSING));
        }
    }

    /** If a retained checkpoint of an earlier size differs, the first wrong entry is before that size. */
    private VerificationStoppedException narrowed(VerificationStoppedException found) {
        Optional<String> forked = heads.forked();
        if (forked.isEmpty() || !(found.outcome() instanceof VerificationOutcome.Broken)) {
            return found;
        }
        long size = retained.checkpoints().get(forked.get()).size();
        return VerificationStoppedException.broken(
                forked.get(), heads.agreed(), size - 1, Finding.of(Fault.CHECKPOINT_FORKED, size));
    }

    private void compareKept() throws VerificationStoppedException {
        if (heads.forked().isPresent()) {
            String file = heads.forked().get();
            long size = retained.checkpoints().get(file).size();
            throw differs(file, Finding.of(Fault.CHECKPOINT_FORKED, size));
        }
        Optional<String> newer = heads.newerThan(checkpoint.size());
        if (newer.isPresent()) {
            throw differs(newer.get(), Finding.of(Fault.CHECKPOINT_NEWER));
        }
        retained.checkMutualConsistency(checkpoint.size());
        for (String file : filesOfOthers) {
            long index = retained.answers().get(file).index();
            throw differs(file, Finding.of(Fault.ENTRY_OF_OTHER_ANSWER, index));
        }
    }

    private VerificationStoppedException differs(String file, Finding finding) {
        return new VerificationStoppedException(new VerificationOutcome.NotConsistent(
                file, retained.checkpoints().get(file).size(), checkpoint.size(), finding));
    }

    private List<OpenAccess> firstOpen() throws VerificationStoppedException {
        List<OpenAccess> open = new ArrayList<>();
        for (long wanted : rules.firstOpen(MOST_LISTED)) {
            entries.readBundleOf(wanted, (index, bytes) -> {
                if (index == wanted) {
                    open.add(OpenAccess.of(index, LogEntry.read(bytes)));
                }
            });
        }
        return open;
    }

    /** Compares every hash of the tree with its tile; keeps one tile of each level in memory. */
    static final class TileVerifier implements Frontier.Listener {

        private final ExportFolder export;
        private final TreeShape shape;
        private final byte[][] tiles = new byte[TreeShape.LEVELS][];

        TileVerifier(ExportFolder export, TreeShape shape) {
            this.export = export;
            this.shape = shape;
        }

        @Override
        public void complete(int height, long index, Hash hash) throws VerificationStoppedException {
            if (height % TreeShape.HEIGHT != 0) {
                return;
            }
            int level = height / TreeShape.HEIGHT;
            int place = (int) (index % TreeShape.WIDTH);
            if (place == 0) {
                load(level, index / TreeShape.WIDTH);
            }
            if (!hash.matchesAt(tiles[level], place * Hash.BYTES)) {
                throw VerificationStoppedException.broken(
                        path(level, index / TreeShape.WIDTH),
                        index << height,
                        (index + 1 << height) - 1,
                        level == 0
                                ? Finding.of(Fault.ENTRY_NOT_IN_TILE)
                                : Finding.of(Fault.TILE_NOT_OF_TREE, Integer.toString(place)));
            }
        }

        private void load(int level, long number) throws VerificationStoppedException {
            long first = number * TreeShape.WIDTH << TreeShape.HEIGHT * level;
            TilePath path = path(level, number);
            long last = first + ((long) path.width() << TreeShape.HEIGHT * level) - 1;
            tiles[level] = export.tile(path, first, last);
        }

        private TilePath path(int level, long number) {
            return new TilePath(
                    Integer.toString(level), number, shape.width(level, number).orElseThrow());
        }
    }

    /** Compares retained checkpoints with the roots of the exported log at their sizes. */
    static final class CompareRetainedCheckpoints {

        private final Map<Long, List<String>> filesBySize = new TreeMap<>();
        private final Map<String, Checkpoint> checkpoints;
        private Optional<String> forked = Optional.empty();
        private long agreed;

        CompareRetainedCheckpoints(Map<String, Checkpoint> checkpoints) {
            this.checkpoints = checkpoints;
            checkpoints.forEach((file, checkpoint) -> filesBySize
                    .computeIfAbsent(checkpoint.size(), size -> new ArrayList<>())
                    .add(file));
        }

        void compare(Frontier frontier) {
            List<String> files = filesBySize.remove(frontier.size());
            if (files == null || forked.isPresent()) {
                return;
            }
            Hash root = frontier.root();
            forked = files.stream()
                    .filter(file -> !checkpoints.get(file).root().equals(root))
                    .findFirst();
            if (forked.isEmpty()) {
                agreed = frontier.size();
            }
        }

        /** The largest size at which the export matches a retained checkpoint. */
        long agreed() {
            return agreed;
        }

        /** The file of the first retained checkpoint that differs. */
        Optional<String> forked() {
            return forked;
        }

        /** The file of the first retained checkpoint with a larger size. */
        Optional<String> newerThan(long size) {
            return checkpoints.entrySet().stream()
                    .filter(kept -> kept.getValue().size() > size)
                    .map(Map.Entry::getKey)
                    .findFirst();
        }
    }
}
