package jinbo.accesslog.tlog;

import java.util.Optional;

/**
 * Stores the tiles of the access log's tree (C2SP tlog-tiles): level 0 has the leaf hashes, each higher level has the
 * hashes of the full tiles of the level below. Callers must change the tiles and the size of the tree, which is stored
 * elsewhere, in one transaction.
 */
public interface TileStore {

    /** Returns the hashes of a tile, 32 bytes each; empty if the tile is not stored. */
    Optional<byte[]> read(int level, long index);

    /** Stores a new tile, or replaces a partial tile with a longer one that begins with the same hashes. */
    void write(int level, long index, byte[] hashes);
}
