package jinbo.registry.blocklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import jinbo.platform.files.Sha256;
import jinbo.registry.blocklist.FullList.DeflatedList;
import jinbo.registry.blocklist.SharedLists.BoundedOutputBuffer;
import org.junit.jupiter.api.Test;

/** A deflated list is kept completely or not at all. */
class BoundedOutputBufferTest {

    @Test
    void whatFitsToTheLastByteIsWrittenAgainAsItCameAsOftenAsItIsWanted() throws IOException {
        BoundedOutputBuffer bytes = new BoundedOutputBuffer(6);
        bytes.write("abc".getBytes(StandardCharsets.US_ASCII));
        bytes.write('d');
        bytes.write("xefx".getBytes(StandardCharsets.US_ASCII), 1, 2);
        Sha256 clear = new Sha256();
        clear.add(new byte[] {1, 2, 3}, 0, 3);
        DeflatedList list = new DeflatedList(clear, bytes.contentIfComplete().orElseThrow());

        for (int i = 0; i < 2; i++) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            assertThat(list.writeTo(out).hex()).isEqualTo(clear.copy().hex());
            assertThat(out.toString(StandardCharsets.US_ASCII)).isEqualTo("abcdef");
        }
        assertThat(list.length()).isEqualTo(6);
    }

    @Test
    void oneByteTooMuchAndNothingIsKept() {
        BoundedOutputBuffer bytes = new BoundedOutputBuffer(6);
        bytes.write(new byte[4], 0, 4);
        bytes.write(new byte[3], 0, 3);
        bytes.write('z');

        assertThat(bytes.contentIfComplete()).isEqualTo(Optional.<List<byte[]>>empty());
    }
}
