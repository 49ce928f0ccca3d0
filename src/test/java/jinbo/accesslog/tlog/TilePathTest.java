package jinbo.accesslog.tlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jinbo.accesslog.tlog.LogExport.TilePath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TilePathTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0, 256, tile/0/000",
        "0, 5, 256, tile/0/005",
        "1, 999, 1, tile/1/999.p/1",
        "0, 1000, 256, tile/0/x001/000",
        "0, 1234067, 256, tile/0/x001/x234/067",
        "63, 1234067, 255, tile/63/x001/x234/067.p/255",
        "0, 36028797018963967, 256, tile/0/x036/x028/x797/x018/x963/967",
    })
    void tileHasOnePath(int level, long index, int width, String path) {
        assertThat(TilePath.hashes(level, index, width)).hasToString(path);
    }

    @Test
    void bundleHasOnePath() {
        assertThat(TilePath.entries(1_234_067, 256)).hasToString("tile/entries/x001/x234/067");
        assertThat(TilePath.entries(1, 44)).hasToString("tile/entries/001.p/44");
    }

    @Test
    void refusesPathOfImpossibleTile() {
        assertThatThrownBy(() -> TilePath.hashes(64, 0, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> TilePath.hashes(0, -1, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> TilePath.hashes(0, 0, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> TilePath.hashes(0, 0, 257)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> TilePath.hashes(0, Long.MAX_VALUE, 256)).isInstanceOf(IllegalArgumentException.class);
    }
}
