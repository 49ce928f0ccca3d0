package jinbo.accesslog.tlog;

/** A tile that a tree of this size must have is missing, too short or too long: what is kept was changed from outside. */
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

    /** The tile's level, from 0. */
    public int level() {
        return level;
    }

    /** The tile's index within its level, from 0. */
    public long index() {
        return index;
    }
}
