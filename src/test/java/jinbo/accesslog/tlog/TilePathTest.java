package jinbo.accesslog.tlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import jinbo.accesslog.tlog.LogExport.TilePath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
    void a_tile_has_one_path(int level, long index, int width, String path) throws TlogFormatException {
        assertThat(TilePath.hashes(level, index, width)).hasToString(path);
        assertThat(TilePath.parse(path)).isEqualTo(TilePath.hashes(level, index, width));
    }

    @Test
    void a_bundle_of_entries_has_one_path() throws TlogFormatException {
        for (TilePath path : List.of(TilePath.entries(1_234_067, 256), TilePath.entries(1, 44))) {
            assertThat(TilePath.parse(path.toString())).isEqualTo(path);
        }
        assertThat(TilePath.entries(1, 44)).hasToString("tile/entries/001.p/44");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "tile",
                "tile/0",
                "tile/0/",
                "/tile/0/000",
                "tile/0/000/",
                "tile/0/0",
                "tile/0/0000",
                "tile/0/1000",
                "tile/0/001/000",
                "tile/0/x000/000",
                "tile/0/x001/x000",
                "tile/0/x001/0a0",
                "tile/0/x01/000",
                "tile/00/000",
                "tile/64/000",
                "tile/100/000",
                "tile/-1/000",
                "tile/x/000",
                "tile/8/data/000",
                "tile/data/000",
                "tile/0/000.p",
                "tile/0/000.p/",
                "tile/0/000.p/0",
                "tile/0/000.p/01",
                "tile/0/000.p/256",
                "tile/0/000.p/999",
                "tile/0/000.p/44/..",
                "tile/0/../000",
                "tile/0/x036/x028/x797/x018/x963/968",
                "tile/0/x999/x999/x999/x999/x999/x999/999",
                "tile/0/０００",
                "tile/0/000\n",
            })
    void every_other_spelling_is_refused(String path) {
        assertThatThrownBy(() -> TilePath.parse(path)).isInstanceOf(TlogFormatException.class);
    }

    @Test
    void there_is_no_path_for_a_tile_that_no_log_has() {
        assertThatThrownBy(() -> TilePath.hashes(64, 0, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> TilePath.hashes(0, -1, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> TilePath.hashes(0, 0, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> TilePath.hashes(0, 0, 257)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> TilePath.hashes(0, Long.MAX_VALUE, 256)).isInstanceOf(IllegalArgumentException.class);
    }
}
