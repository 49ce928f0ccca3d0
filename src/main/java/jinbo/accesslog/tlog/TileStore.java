package jinbo.accesslog.tlog;

import java.util.Optional;

/**
 * Stores the tiles of a tree (C2SP tlog-tiles): leaf hashes on level 0, hashes of full tiles above. Change tiles and
 * size in one transaction.
 */
public interface TileStore {

    /** The hashes of a tile, 32 bytes each; level 0 has the leaves. */
    Optional<byte[]> read(int level, long index);

    /** Stores a tile, or replaces it by itself with more hashes. */
    void write(int level, long index, byte[] hashes);
}
