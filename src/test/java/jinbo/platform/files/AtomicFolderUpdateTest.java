package jinbo.platform.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AtomicFolderUpdateTest {

    private static final String DRAFT = ".0f8fad5b-d9cb-469f-a165-70867728950e.next";

    @TempDir
    private Path folder;

    @BeforeEach
    void twoFilesLieThere() throws IOException {
        new OwnerOnlyFile(folder.resolve("a")).write("old a");
        new OwnerOnlyFile(folder.resolve("b")).write("old b");
    }

    @Test
    void allAreNewAndNothingElseIsLeft() throws IOException {
        new AtomicFolderUpdate(folder).replace(contents());

        assertThat(folder.resolve("a")).hasContent("new a");
        assertThat(folder.resolve("b")).hasContent("new b");
        assertThat(OwnerOnlyPermissions.isOpenToOthers(folder.resolve("a"))).isFalse();
        assertThat(left()).containsExactly("a", "b", "lock");
    }

    @ParameterizedTest(name = "after {0} of two")
    @ValueSource(ints = {0, 1, 2})
    void whatAProcessThatDiedHadBegunIsFinished(int done) throws IOException {
        new OwnerOnlyFile(folder.resolve(done > 0 ? "a" : "a" + DRAFT)).write("new a");
        new OwnerOnlyFile(folder.resolve(done > 1 ? "b" : "b" + DRAFT)).write("new b");
        new OwnerOnlyFile(folder.resolve("replacing")).write("a" + DRAFT + "\nb" + DRAFT + "\n");

        new AtomicFolderUpdate(folder).finish();

        assertThat(folder.resolve("a")).hasContent("new a");
        assertThat(folder.resolve("b")).hasContent("new b");
        assertThat(left()).containsExactly("a", "b", "lock");
    }

    /** Drafts may contain unprotected keys. */
    @Test
    void whatDiedBeforeAllNewOnesWereDurableLeavesTheOldOnesAndNoDraft() throws IOException {
        Map<String, byte[]> contents = new LinkedHashMap<>() {
            private static final long serialVersionUID = 1L;

            @Override
            public Set<Map.Entry<String, byte[]>> entrySet() {
                return new LinkedHashSet<>(super.entrySet()) {
                    private static final long serialVersionUID = 1L;

                    @Override
                    public Iterator<Map.Entry<String, byte[]>> iterator() {
                        Iterator<Map.Entry<String, byte[]>> all = super.iterator();
                        AtomicBoolean first = new AtomicBoolean(true);
                        return new Iterator<>() {
                            @Override
                            public boolean hasNext() {
                                return all.hasNext();
                            }

                            @Override
                            public Map.Entry<String, byte[]> next() {
                                if (first.getAndSet(false)) {
                                    return all.next();
                                }
                                throw new Died();
                            }
                        };
                    }
                };
            }
        };
        contents.putAll(contents());
        assertThatThrownBy(() -> new AtomicFolderUpdate(folder).replace(contents))
                .isInstanceOf(Died.class);
        assertThat(left()).hasSize(4).anyMatch(name -> name.startsWith("a.") && name.endsWith(".next"));

        new AtomicFolderUpdate(folder).finish();

        assertThat(left()).containsExactly("a", "b", "lock");
        assertThat(folder.resolve("a")).hasContent("old a");
        assertThat(folder.resolve("b")).hasContent("old b");
    }

    @Test
    void whatStoppedAfterAllNewOnesWereDurableIsFinishedByTheNext() throws IOException {
        Files.delete(folder.resolve("b"));
        Files.createDirectories(folder.resolve("b/in-the-way"));
        assertThatThrownBy(() -> new AtomicFolderUpdate(folder).replace(contents()))
                .isInstanceOf(IOException.class);
        assertThat(folder.resolve("a")).hasContent("new a");
        Files.delete(folder.resolve("b/in-the-way"));
        Files.delete(folder.resolve("b"));

        new AtomicFolderUpdate(folder).finish();

        assertThat(folder.resolve("b")).hasContent("new b");
        assertThat(left()).containsExactly("a", "b", "lock");
    }

    @Test
    void oneThatCannotBeWrittenLeavesAllOldOnes() throws IOException {
        Map<String, byte[]> contents = contents();
        contents.put("no-such-folder/c", new byte[1]);

        assertThatThrownBy(() -> new AtomicFolderUpdate(folder).replace(contents))
                .isInstanceOf(IOException.class);

        assertThat(folder.resolve("a")).hasContent("old a");
        assertThat(left()).containsExactly("a", "b", "lock");
    }

    @Test
    void manyAtTheSameMomentLeaveFilesOfOneOfThem() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Callable<Boolean>> all = new ArrayList<>();
            for (int number = 0; number < 40; number++) {
                byte[] same = String.valueOf(number).getBytes(StandardCharsets.UTF_8);
                all.add(() -> {
                    new AtomicFolderUpdate(folder).replace(Map.of("a", same, "b", same));
                    return true;
                });
                all.add(() -> {
                    new AtomicFolderUpdate(folder).finish();
                    return true;
                });
            }
            for (Future<Boolean> one : threads.invokeAll(all)) {
                assertThat(one.get()).isTrue();
            }
        } finally {
            threads.shutdownNow();
        }

        assertThat(folder.resolve("a")).hasSameTextualContentAs(folder.resolve("b"));
        assertThat(left()).containsExactly("a", "b", "lock");
    }

    private static final class Died extends Error {
        private static final long serialVersionUID = 1L;
    }

    private List<String> left() throws IOException {
        try (Stream<Path> left = Files.list(folder)) {
            return left.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static Map<String, byte[]> contents() {
        return new TreeMap<>(Map.of(
                "a", "new a".getBytes(StandardCharsets.UTF_8),
                "b", "new b".getBytes(StandardCharsets.UTF_8)));
    }
}
