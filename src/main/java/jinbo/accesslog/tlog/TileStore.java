package jinbo.accesslog.tlog;

import java.util.Optional;

/**
 * Stores the tiles of one tree (C2SP tlog-tiles): up to 256 leaf hashes on level 0, hashes of full tiles above.
 *
 * <p>Change tiles and the size of the tree in one transaction.
 */
public interface TileStore {

    /**
     * The hashes of a tile, 32 bytes each.
     *
     * @param level 0 for leaves
     */
    Optional<byte[]> read(int level, long index);

    /** Stores a tile, or replaces it by itself with more hashes. */
    void write(int level, long index, byte[] hashes);
}
