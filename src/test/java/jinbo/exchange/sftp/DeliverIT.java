package jinbo.exchange.sftp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import jinbo.exchange.sftp.DropException.DropConflictException;
import jinbo.exchange.sftp.DropException.DropFolderMissingException;
import jinbo.exchange.sftp.server.TestDrop;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeliverIT {

    private static final String ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @TempDir
    Path home;

    private TestDrop drop;
    private DropSession session;
    private Path sealed;

    @BeforeEach
    void open() throws IOException {
        drop = new TestDrop(home);
        session = drop.open();
        sealed = TestDrop.put(home.resolve("sealed"), "abc");
    }

    @AfterEach
    void close() throws IOException {
        session.close();
        drop.close();
    }

    @Test
    void aDeliveredFileIsWholeUnderItsNameAndNoPartIsLeft() throws IOException {
        assertThat(session.deliver(sealed, "list.pgp")).isEqualTo(new DeliveryOutcome.Delivered(3, ABC));
        assertThat(drop.download("list.pgp")).hasContent("abc");
        assertThat(drop.download("list.pgp.part")).doesNotExist();
    }

    @Test
    void deliveringTheSameBytesAgainChangesNothing() throws IOException {
        session.deliver(sealed, "list.pgp");

        assertThat(session.deliver(sealed, "list.pgp")).isEqualTo(new DeliveryOutcome.AlreadyThere(3, ABC));
    }

    @Test
    void otherBytesOfTheSameSizeUnderThatNameAreAConflictAndStay() {
        TestDrop.put(drop.download("list.pgp"), "xyz");

        assertThatThrownBy(() -> session.deliver(sealed, "list.pgp"))
                .isInstanceOfSatisfying(DropConflictException.class, conflict -> {
                    assertThat(conflict.folder()).isEqualTo(DropFolder.DOWNLOAD);
                    assertThat(conflict.name()).isEqualTo("list.pgp");
                });
        assertThat(drop.download("list.pgp")).hasContent("xyz");
    }

    @Test
    void aFileOfAnotherSizeUnderThatNameIsAConflictAndStays() {
        TestDrop.put(drop.download("list.pgp"), "longer than ours");

        assertThatThrownBy(() -> session.deliver(sealed, "list.pgp")).isInstanceOf(DropConflictException.class);
        assertThat(drop.download("list.pgp")).hasContent("longer than ours");
    }

    @Test
    void aFileThatComesWhileWeWriteIsNotOverwritten() {
        assertThatThrownBy(() ->
                        session.deliver(sealed, "list.pgp", bytes -> TestDrop.put(drop.download("list.pgp"), "xyz")))
                .isInstanceOf(DropConflictException.class);
        assertThat(drop.download("list.pgp")).hasContent("xyz");
        assertThat(drop.download("list.pgp.part")).doesNotExist();
    }

    @Test
    void thePartOfAnEarlierCrashIsReplaced() throws IOException {
        TestDrop.put(drop.download("list.pgp.part"), "longer than what comes now");

        session.deliver(sealed, "list.pgp");

        assertThat(drop.download("list.pgp")).hasContent("abc");
    }

    @Test
    void progressIsToldInBytesOfTheFile() throws IOException {
        Files.write(sealed, new byte[300_000]);
        List<Long> told = new ArrayList<>();

        session.deliver(sealed, "list.pgp", told::add);

        assertThat(told).isSorted().last().isEqualTo(300_000L);
        assertThat(told).hasSizeGreaterThan(1);
    }

    @Test
    void aNameCannotLeaveTheFolder() {
        assertThatThrownBy(() -> session.deliver(sealed, "../../x")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> session.deliver(sealed, "x".repeat(250))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aMissingFolderIsNamed() throws IOException {
        Files.delete(home.resolve("drops/YUNHE/download"));

        assertThatThrownBy(() -> session.deliver(sealed, "list.pgp"))
                .isInstanceOfSatisfying(
                        DropFolderMissingException.class,
                        missing -> assertThat(missing.folder()).isEqualTo(DropFolder.DOWNLOAD));
    }

    @Test
    void aSealedFileThatIsNotThereIsNotBlamedOnTheDrop() {
        assertThatThrownBy(() -> session.deliver(home.resolve("none"), "list.pgp"))
                .isInstanceOf(java.nio.file.NoSuchFileException.class);
    }
}
