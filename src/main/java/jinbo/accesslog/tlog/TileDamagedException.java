package jinbo.accesslog.tlog;

/** A required tile is missing or has a wrong length: the stored tree was changed from outside. */
public final class TileDamagedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int level;
    private final long index;

    TileDamagedException(int level, long index, String problem) {
        super("Tile " + index + " of level " + level + " of the log's tree " + problem
                + "; restore it, and compare it with a checkpoint kept elsewhere");
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
