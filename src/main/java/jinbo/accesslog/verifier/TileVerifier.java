package jinbo.accesslog.verifier;

/** Holds every hash of the tree against the tile in which it stands, one tile a level in memory. */
final class TileVerifier implements Frontier.Listener {

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
            throw new VerificationStoppedException(new VerificationOutcome.Broken(
                    path(level, index / TreeShape.WIDTH).toString(),
                    index << height,
                    (index + 1 << height) - 1,
                    level == 0
                            ? Finding.of(Fault.ENTRY_NOT_IN_TILE)
                            : Finding.of(Fault.TILE_NOT_OF_TREE, Integer.toString(place))));
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
