package jinbo.accesslog.tlog;

/** A required tile is missing or has a wrong length: the stored tree was changed from outside. */
public final class TileDamagedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int level;
    private final long index;

    TileDamagedException(int level, long index, String problem) {
        super(
                "Tile " + index + " of level " + level + " of the log's tree " + problem
                        + "; what is kept does not fit the tree's size: restore it, and compare with a checkpoint kept elsewhere");
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
