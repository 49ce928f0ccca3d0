package jinbo.platform.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import jinbo.testing.TestJvm;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RequestFolderIT {

    @TempDir
    private Path folder;

    private Home home;

    @BeforeEach
    void create() {
        home = new Home(folder).create();
    }

    @ParameterizedTest
    @EnumSource
    void whatAKilledProcessHasLeftIsDeletedAndWhatARunningOneUsesIsNot(RequestFolder.Kind kind) throws Exception {
        Process other = TestJvm.process(RequestFolderIT.class.getName(), folder.toString(), kind.name())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            Path theirs = Path.of(other.inputReader(StandardCharsets.UTF_8).readLine());
            RequestFolder.deleteAbandoned(home);
            assertThat(theirs.resolve("a.csv")).exists();

            other.destroyForcibly().waitFor();
            RequestFolder.deleteAbandoned(home);

            assertThat(theirs).doesNotExist();
        } finally {
            other.destroyForcibly();
        }
    }

    /** The other process: uses a received file until it is killed. */
    public static void main(String[] arguments) throws IOException {
        RequestFolder received =
                RequestFolder.create(new Home(Path.of(arguments[0])), RequestFolder.Kind.valueOf(arguments[1]));
        Files.writeString(received.path().resolve("a.csv"), "a");
        System.out.println(received.path());
        System.in.read();
    }

    @Test
    void whatAnOlderVersionHasLeftIsDeletedAndNothingElse() throws IOException {
        Path left = Files.createDirectories(home.requests().resolve("received-123/456"));
        Files.writeString(left.resolve("a.csv"), "a");
        Files.writeString(
                Files.createDirectory(home.requests().resolve("checked-789")).resolve("0"), "a");
        Path kept = Files.createDirectory(home.requests().resolve("7"));
        Path file = Files.createFile(home.requests().resolve("received-by-hand.txt"));
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        Path link = Files.createSymbolicLink(home.requests().resolve("received-link"), elsewhere);

        RequestFolder.deleteAbandoned(home);

        assertThat(elsewhere).isEmptyDirectory();
        try (Stream<Path> there = Files.list(home.requests())) {
            assertThat(there).containsExactlyInAnyOrder(kept, file, link);
        }
    }

    @Test
    void whatIsUsedNoMoreIsDeletedAtOnce() throws IOException {
        try (RequestFolder received = RequestFolder.create(home, RequestFolder.Kind.RECEIVED)) {
            RequestFolder.deleteAbandoned(home);
            assertThat(received.path()).exists();
        }

        assertThat(home.requests()).isEmptyDirectory();
    }
}
