package jinbo.partner;

import static jinbo.partner.Published.NOW;
import static jinbo.partner.Published.TODAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import jinbo.exchange.FileKind;
import jinbo.partner.PartnerException.Reason;
import jinbo.partner.PartnerSettings.DropPlace;
import jinbo.passphrase.KeyPassphrase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder of this machine as a drop, and one command at a time. */
class OwnDropTest {

    @TempDir
    private Path home;

    private PartnerFolder folder;
    private Path drop;

    @BeforeEach
    void aDropInAFolder() throws IOException {
        folder = new PartnerFolder(home.resolve("partner")).create();
        drop = Files.createDirectory(home.resolve("drop"));
        Files.createDirectory(drop.resolve("upload"));
        Files.createDirectory(drop.resolve("download"));
    }

    @Test
    void aFolderTakesUploadsAndGivesDeliveriesAsAServerDoes() throws IOException {
        Files.writeString(drop.resolve("download/receipt-a.json.pgp"), "sealed");
        Files.writeString(drop.resolve("download/half.json.pgp.part"), "sea");
        SendFile send = new SendFile(folder, Keys.YUNHE);
        OutboxNote sealed = send.seal(
                new SendFile.Wish(FileKind.COMPLAINTS, TODAY, OptionalInt.empty()),
                () -> new ByteArrayInputStream("mobile\r\n".getBytes(StandardCharsets.US_ASCII)),
                NOW);

        try (OwnDrop own = OwnDrop.connect(settings(drop), folder, KeyPassphrase.none())) {
            send.drop(sealed, own.session(), NOW);
            assertThat(new Deliveries(folder, Keys.YUNHE)
                            .fetch(own.session(), NOW)
                            .files())
                    .containsExactly(folder.inbox().resolve("receipt-a.json.pgp"));
        }

        assertThat(drop.resolve("upload").resolve(sealed.file()))
                .hasSameBinaryContentAs(folder.outbox().resolve(sealed.file()));
        assertThat(new Outbox(folder, Keys.YUNHE.code()).waiting()).isEmpty();
        assertThat(new Outbox(folder, Keys.YUNHE.code()).unanswered()).hasSize(1);
    }

    @Test
    void aFolderThatIsNoDropIsNamedAndNotMade() {
        assertThatThrownBy(() -> OwnDrop.connect(settings(home.resolve("nowhere")), folder, KeyPassphrase.none()))
                .isInstanceOf(PartnerException.class)
                .hasMessageContaining("nowhere");
        assertThat(home.resolve("nowhere")).doesNotExist();
    }

    @Test
    void twoCommandsDoNotChangeAFolderAtTheSameTime() throws IOException {
        FolderLock.alone(folder, () -> {
            assertThatThrownBy(() -> FolderLock.alone(folder, () -> "done"))
                    .isInstanceOfSatisfying(
                            PartnerException.class,
                            refused -> assertThat(refused.reason()).isEqualTo(Reason.PARTNER_BUSY));
            return "done";
        });

        assertThat(FolderLock.alone(folder, () -> "next")).isEqualTo("next");
    }

    private static PartnerSettings settings(Path drop) {
        return new PartnerSettings(
                Keys.YUNHE.code(),
                new DropPlace.Folder(drop),
                List.of(Path.of("secret.asc")),
                Optional.empty(),
                List.of(Path.of("association.asc")),
                Optional.empty());
    }
}
