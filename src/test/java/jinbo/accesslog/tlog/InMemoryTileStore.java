package jinbo.accesslog.tlog;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Tiles in memory; counts reads. */
final class InMemoryTileStore implements TileStore {

    private final Map<String, byte[]> tiles = new TreeMap<>();
    int reads;
    int writes;

    @Override
    public Optional<byte[]> read(int level, long index) {
        reads++;
        return Optional.ofNullable(tiles.get(level + "/" + index));
    }

    @Override
    public void write(int level, long index, byte[] hashes) {
        writes++;
        tiles.put(level + "/" + index, hashes);
    }

    void remove(int level, long index) {
        tiles.remove(level + "/" + index);
    }
}
