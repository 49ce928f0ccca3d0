package jinbo.accesslog.tlog;

import java.util.Optional;

/**
 * Where the tiles of one tree are kept (C2SP tlog-tiles): runs of up to 256 hashes, those of level 0 being leaf hashes
 * and those above each the hash of a full tile below.
 *
 * <p>Tiles and the size of the tree must change together: whoever appends does so inside one transaction with both.
 */
public interface TileStore {

    /**
     * The hashes of a tile as far as it is filled, 32 bytes each.
     *
     * @param level from 0, the leaves
     * @param index of the tile within its level, from 0
     */
    Optional<byte[]> read(int level, long index);

    /** Keeps a tile; one that was partial is replaced by itself with more hashes. */
    void write(int level, long index, byte[] hashes);
}
