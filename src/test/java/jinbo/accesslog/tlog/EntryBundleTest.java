package jinbo.accesslog.tlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class EntryBundleTest {

    private static final List<byte[]> ENTRIES = List.of(new byte[] {7}, new byte[0], new byte[] {1, 2, 3});
    private static final byte[] BUNDLE = {0, 1, 7, 0, 0, 0, 3, 1, 2, 3};

    @Test
    void entryFollowsItsLengthInTwoBytes() {
        assertThat(EntryBundle.write(ENTRIES)).isEqualTo(BUNDLE);
    }

    @Test
    void acceptsEntryOf65535Bytes() {
        byte[] longest = new byte[65_535];
        longest[65_534] = 1;

        assertThat(EntryBundle.write(List.of(longest)))
                .hasSize(2 + 65_535)
                .startsWith(0xff, 0xff, 0)
                .endsWith(1);
        assertThatThrownBy(() -> EntryBundle.write(List.of(new byte[65_536])))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void bundleHas1To256Entries() {
        assertThatThrownBy(() -> EntryBundle.write(List.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> EntryBundle.write(Collections.nCopies(257, new byte[1])))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
