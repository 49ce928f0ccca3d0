package jinbo.accesslog.tlog;

/** A required tile is missing or has a wrong length: something other than this program has changed the stored tree. */
public final class TileDamagedException extends RuntimeException {

    private final int level;
    private final long index;

    TileDamagedException(int level, long index, String problem) {
        super("Tile " + index + " of level " + level + " of the log's tree " + problem
                + "; restore the tree from a backup, and compare it with a checkpoint that was kept elsewhere");
        this.level = level;
        this.index = index;
    }

    public int level() {
        return level;
    }

    public long index() {
        return index;
    }
}
