package jinbo.partner;

import static jinbo.partner.PublishedListFixture.NOW;
import static jinbo.partner.PublishedListFixture.TODAY;
import static jinbo.testing.ExpectedError.error;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import jinbo.exchange.format.FileKind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SendFileTest {

    private static final SendFile.RequestedName NEXT = wish(FileKind.COMPLAINTS, OptionalInt.empty());

    @TempDir
    private Path home;

    private PartnerFolder folder;
    private SendFile send;
    private Outbox outbox;

    @BeforeEach
    void anEmptyOutbox() throws IOException {
        folder = new PartnerFolder(home.resolve("partner")).create();
        send = new SendFile(folder, PartnerTestKeys.YUNHE);
        outbox = new Outbox(folder, PartnerTestKeys.YUNHE.code());
    }

    @Test
    void eachContentGetsTheNextNumberOfTheDayAndKind() throws IOException {
        assertThat(seal(NEXT, "a")).isEqualTo("complaints-YUNHE-20260302-001.csv.pgp");
        assertThat(seal(NEXT, "b")).isEqualTo("complaints-YUNHE-20260302-002.csv.pgp");
        assertThat(seal(wish(FileKind.WITHDRAWALS, OptionalInt.empty()), "c"))
                .isEqualTo("withdrawals-YUNHE-20260302-001.csv.pgp");
        assertThat(seal(wish(FileKind.ACK, OptionalInt.empty()), "d")).isEqualTo("ack-YUNHE-20260302-001.json.pgp");
        assertThat(seal(wish(FileKind.COMPLAINTS, OptionalInt.of(7)), "e"))
                .isEqualTo("complaints-YUNHE-20260302-007.csv.pgp");
        assertThat(seal(NEXT, "f")).isEqualTo("complaints-YUNHE-20260302-008.csv.pgp");
    }

    @Test
    void aNumberThatTheAssociationHasAnsweredIsUsedEvenIfTheOutboxWasEmptied() throws IOException {
        answered("complaints-YUNHE-20260302-004");

        assertThat(seal(NEXT, "a")).isEqualTo("complaints-YUNHE-20260302-005.csv.pgp");
    }

    @Test
    void theSameContentIsSealedOnceUntilItIsAnswered() throws IOException {
        String file = seal(NEXT, "a");
        String bytes = PublishedListFixture.sha256(folder.outbox().resolve(file));

        assertThat(seal(NEXT, "a")).isEqualTo(file);
        assertThat(PublishedListFixture.sha256(folder.outbox().resolve(file))).isEqualTo(bytes);
        answered("complaints-YUNHE-20260302-001");
        assertThat(seal(NEXT, "a"))
                .as("a nil report of the next day is a file of its own")
                .isEqualTo("complaints-YUNHE-20260302-002.csv.pgp");
    }

    @Test
    void aNameIsNeverGivenToTwoContents() throws IOException {
        SendFile.RequestedName third = wish(FileKind.COMPLAINTS, OptionalInt.of(3));
        String file = seal(third, "a");

        assertThat(seal(third, "a")).isEqualTo(file);
        assertThatThrownBy(() -> seal(third, "b"))
                .isInstanceOf(FileAlreadyExistsException.class)
                .hasMessageContaining("next number");
    }

    @Test
    void aProgramThatDiedBetweenNoteAndSealTakesTheSameNameAgain() throws IOException {
        String file = seal(NEXT, "a");
        Files.delete(folder.outbox().resolve(file));

        assertThat(outbox.waiting()).isEmpty();
        assertThat(seal(NEXT, "b")).isEqualTo("complaints-YUNHE-20260302-002.csv.pgp");
        assertThat(seal(NEXT, "a")).isEqualTo(file);
        assertThat(folder.outbox().resolve(file)).exists();
    }

    @Test
    void aFileThatIsStillBeingWrittenIsNotSealed() throws IOException {
        AtomicInteger opened = new AtomicInteger();

        assertThatThrownBy(() -> send.seal(
                        NEXT,
                        () -> new ByteArrayInputStream(
                                ("row" + opened.incrementAndGet()).getBytes(StandardCharsets.US_ASCII)),
                        NOW))
                .is(error(PartnerError.CONTENT_CHANGED));
        assertThat(folder.outbox()).isDirectoryNotContaining("glob:**.pgp");
    }

    @Test
    void whenAllNumbersOfADayAreUsedAnotherDayIsAskedFor() throws IOException {
        seal(wish(FileKind.COMPLAINTS, OptionalInt.of(999)), "a");

        assertThatThrownBy(() -> seal(NEXT, "b")).is(error(PartnerError.NUMBERS_USED_UP));
    }

    @Test
    void notesAreForTheirOwnersEyesOnlyAndDoNotTellTheHash() throws IOException {
        seal(NEXT, "a");
        OutboxNote note = outbox.notes().get(0);

        assertThat(note.toString()).isEqualTo("OutboxNote[complaints-YUNHE-20260302-001.csv.pgp]");
        if (home.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            assertThat(PosixFilePermissions.toString(
                            Files.getPosixFilePermissions(OutboxNote.pathOf(folder.outbox(), note.name()))))
                    .isEqualTo("rw-------");
        }
    }

    private void answered(String stem) throws IOException {
        Files.createFile(folder.inbox().resolve("receipt-" + stem + ".json.pgp"));
    }

    private String seal(SendFile.RequestedName wish, String content) throws IOException {
        return send.seal(wish, () -> new ByteArrayInputStream(content.getBytes(StandardCharsets.US_ASCII)), NOW)
                .file();
    }

    private static SendFile.RequestedName wish(FileKind kind, OptionalInt number) {
        return new SendFile.RequestedName(kind, TODAY, number);
    }
}
