package jinbo.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import jinbo.exchange.sftp.TransferProgressListener;
import org.junit.jupiter.api.Test;

class ProgressTest {

    private static final int MEBIBYTE = 1 << 20;

    private final Progress progress = new Progress();
    private final List<String> seen = new ArrayList<>();

    ProgressTest() {
        progress.watch((what, done, total) -> seen.add(what + " " + done + "/" + total));
    }

    @Test
    void reportsEachMebibyteRead() throws IOException {
        byte[] bytes = new byte[2 * MEBIBYTE + 10];
        try (InputStream in = progress.of("file", new ByteArrayInputStream(bytes), bytes.length)) {
            assertThat(in.readNBytes(MEBIBYTE - 1)).hasSize(MEBIBYTE - 1);
            assertThat(seen).isEmpty();
            assertThat(in.read()).isZero();
            assertThat(seen).containsExactly("file 1048576/2097162");
            assertThat(in.readAllBytes()).hasSize(MEBIBYTE + 10);
            assertThat(in.read()).isEqualTo(-1);
        }
        assertThat(seen).hasSize(2).last().asString().endsWith("/2097162");
    }

    @Test
    void reportsWritingWithoutTotal() throws IOException {
        try (OutputStream out = progress.of("list", OutputStream.nullOutputStream())) {
            out.write(new byte[MEBIBYTE - 1]);
            out.write(0);
            out.write(new byte[5 * MEBIBYTE], 0, MEBIBYTE);
        }

        assertThat(seen).containsExactly("list 1048576/0", "list 2097152/0");
    }

    @Test
    void reportsPositionOfTransfer() {
        TransferProgressListener transfer = progress.of("file", 3L * MEBIBYTE);

        transfer.moved(MEBIBYTE / 2);
        transfer.moved(MEBIBYTE);
        transfer.moved(MEBIBYTE + 1);
        transfer.moved(3L * MEBIBYTE);

        assertThat(seen).containsExactly("file 1048576/3145728", "file 3145728/3145728");
    }

    @Test
    void worksWithoutWatchers() {
        new Progress().report("file", 1, 2);

        assertThat(seen).isEmpty();
    }
}
