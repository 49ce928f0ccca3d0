package jinbo.accesslog.tlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class EntryBundleTest {

    private static final List<byte[]> ENTRIES = List.of(new byte[] {7}, new byte[0], new byte[] {1, 2, 3});
    private static final byte[] BUNDLE = {0, 1, 7, 0, 0, 0, 3, 1, 2, 3};

    @Test
    void each_entry_stands_behind_its_length_in_two_bytes() throws TlogFormatException {
        assertThat(EntryBundle.write(ENTRIES)).isEqualTo(BUNDLE);
        assertThat(EntryBundle.parse(BUNDLE, 3)).containsExactlyElementsOf(ENTRIES);
    }

    @Test
    void the_longest_entry_has_65535_bytes() throws TlogFormatException {
        byte[] longest = new byte[65_535];
        longest[65_534] = 1;

        assertThat(EntryBundle.parse(EntryBundle.write(List.of(longest)), 1)).containsExactly(longest);
        assertThatThrownBy(() -> EntryBundle.write(List.of(new byte[65_536])))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_bundle_has_1_to_256_entries() {
        assertThatThrownBy(() -> EntryBundle.write(List.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> EntryBundle.write(Collections.nCopies(257, new byte[1])))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_bundle_that_is_cut_or_goes_on_or_has_another_width_is_refused() {
        for (int length = 0; length < BUNDLE.length; length++) {
            byte[] cut = Arrays.copyOf(BUNDLE, length);
            assertThatThrownBy(() -> EntryBundle.parse(cut, 3))
                    .as("%d bytes", length)
                    .isInstanceOf(TlogFormatException.class);
        }
        assertThatThrownBy(() -> EntryBundle.parse(Arrays.copyOf(BUNDLE, BUNDLE.length + 1), 3))
                .isInstanceOf(TlogFormatException.class);
        assertThatThrownBy(() -> EntryBundle.parse(Arrays.copyOf(BUNDLE, BUNDLE.length + 2), 3))
                .isInstanceOf(TlogFormatException.class);
        assertThatThrownBy(() -> EntryBundle.parse(BUNDLE, 2)).isInstanceOf(TlogFormatException.class);
        assertThatThrownBy(() -> EntryBundle.parse(BUNDLE, 4)).isInstanceOf(TlogFormatException.class);
    }
}
