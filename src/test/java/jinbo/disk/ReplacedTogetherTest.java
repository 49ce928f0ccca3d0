package jinbo.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplacedTogetherTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void twoFilesLieThere() throws IOException {
        new OwnerOnlyFile(folder.resolve("a")).write("old a");
        new OwnerOnlyFile(folder.resolve("b")).write("old b");
    }

    @Test
    void allAreNewAndNothingElseIsLeft() throws IOException {
        new ReplacedTogether(folder).replace(contents());

        assertThat(folder.resolve("a")).hasContent("new a");
        assertThat(folder.resolve("b")).hasContent("new b");
        assertThat(OwnerOnly.isOpenToOthers(folder.resolve("a"))).isFalse();
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).hasSize(2);
        }
    }

    @ParameterizedTest(name = "after {0} of two")
    @ValueSource(ints = {0, 1, 2})
    void whatAProcessThatDiedHadBegunIsFinished(int done) throws IOException {
        new OwnerOnlyFile(folder.resolve(done > 0 ? "a" : "a.next")).write("new a");
        new OwnerOnlyFile(folder.resolve(done > 1 ? "b" : "b.next")).write("new b");
        new OwnerOnlyFile(folder.resolve("replacing")).write("a\nb\n");

        new ReplacedTogether(folder).finish();

        assertThat(folder.resolve("a")).hasContent("new a");
        assertThat(folder.resolve("b")).hasContent("new b");
        assertThat(folder.resolve("replacing")).doesNotExist();
    }

    @Test
    void whatDiedBeforeAllNewOnesWereThereLeavesTheOldOnes() throws IOException {
        new OwnerOnlyFile(folder.resolve("a.next")).write("new a");

        new ReplacedTogether(folder).finish();

        assertThat(folder.resolve("a")).hasContent("old a");
        new ReplacedTogether(folder).replace(contents());
        assertThat(folder.resolve("a")).hasContent("new a");
    }

    @Test
    void oneThatCannotBeWrittenLeavesAllOldOnes() {
        Map<String, byte[]> contents = contents();
        contents.put("no-such-folder/c", new byte[1]);

        assertThatThrownBy(() -> new ReplacedTogether(folder).replace(contents)).isInstanceOf(IOException.class);

        assertThat(folder.resolve("a")).hasContent("old a");
        assertThat(folder.resolve("a.next")).doesNotExist();
    }

    private static Map<String, byte[]> contents() {
        return new TreeMap<>(Map.of(
                "a", "new a".getBytes(StandardCharsets.UTF_8),
                "b", "new b".getBytes(StandardCharsets.UTF_8)));
    }
}
