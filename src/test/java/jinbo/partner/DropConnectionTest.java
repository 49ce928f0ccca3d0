package jinbo.partner;

import static jinbo.partner.PublishedListFixture.NOW;
import static jinbo.partner.PublishedListFixture.TODAY;
import static jinbo.testing.ExpectedError.error;
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
import java.util.stream.Stream;
import jinbo.exchange.format.FileKind;
import jinbo.exchange.keys.PassphraseSource;
import jinbo.partner.PartnerSettings.DropPlace;
import jinbo.testing.AttackTable;
import jinbo.testing.HostileFileName;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DropConnectionTest {

    private static final List<String> OURS = List.of(
            "receipt-complaints-YUNHE-20121012-001.json.pgp",
            "receipt-case-answers-YUNHE-20121012-001.2.json.pgp",
            "receipt-invalid-0123456789abcdef.json.pgp",
            "outcome-complaints-YUNHE-20121012-001.csv.pgp",
            "blocklist-YUNHE-00000001-full.csv.pgp",
            "blocklist-YUNHE-00000002-delta.csv.pgp",
            "blocklist-YUNHE-00000001.manifest.json.pgp",
            // another insurer's file is reported, so it is fetched
            "blocklist-BEIDOU-00000001.manifest.json.pgp",
            "cases-YUNHE-20121012-001.csv.pgp",
            "certificate-YUNHE-20121012-001.asc.pgp");

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
        Files.writeString(drop.resolve("download/receipt-complaints-YUNHE-20121012-001.json.pgp"), "sealed");
        Files.writeString(drop.resolve("download/receipt-complaints-YUNHE-20121012-002.json.pgp.part"), "sea");
        SendFile send = new SendFile(folder, PartnerTestKeys.YUNHE);
        OutboxNote sealed = send.seal(
                new SendFile.RequestedName(FileKind.COMPLAINTS, TODAY, OptionalInt.empty()),
                () -> new ByteArrayInputStream("mobile\r\n".getBytes(StandardCharsets.US_ASCII)),
                NOW);

        try (DropConnection own = DropConnection.connect(settings(drop), folder, PassphraseSource.none())) {
            send.drop(sealed, own.session(), NOW);
            assertThat(new Deliveries(folder, PartnerTestKeys.YUNHE)
                            .fetch(own.session(), NOW)
                            .files())
                    .containsExactly(folder.unverified().resolve("receipt-complaints-YUNHE-20121012-001.json.pgp"));
        }

        assertThat(drop.resolve("upload").resolve(sealed.file()))
                .hasSameBinaryContentAs(folder.outbox().resolve(sealed.file()));
        assertThat(new Outbox(folder, PartnerTestKeys.YUNHE.code()).waiting()).isEmpty();
        assertThat(new Outbox(folder, PartnerTestKeys.YUNHE.code()).unanswered())
                .hasSize(1);
    }

    @Test
    void onlyNamesThatTheAssociationGivesLeaveTheServer() throws IOException {
        List<String> names = Stream.concat(
                        HostileFileName.all()
                                .filter(HostileFileName::taken)
                                .map(HostileFileName::text)
                                .filter(name -> name.chars().allMatch(c -> c < 128)),
                        Stream.of(
                                "D:x.pgp",
                                "receipt-complaints-YUNHE-20121012-001.json.pgp:x.pgp",
                                "receipt-complaints-YUNHE-20121012-001.json.pgp ",
                                "receipt-complaints-yunhe-20121012-001.json.pgp",
                                "D:receipt-complaints-YUNHE-20121012-001.json.pgp",
                                "complaints-YUNHE-20121012-001.csv.pgp"))
                .toList();
        for (String name : names) {
            Files.writeString(drop.resolve("download").resolve(name), "not from the association");
        }
        for (String name : OURS) {
            Files.writeString(drop.resolve("download").resolve(name), "sealed");
        }

        List<String> fetched;
        try (DropConnection own = DropConnection.connect(settings(drop), folder, PassphraseSource.none())) {
            fetched = new Deliveries(folder, PartnerTestKeys.YUNHE)
                    .fetch(own.session(), NOW).files().stream()
                            .map(file -> file.getFileName().toString())
                            .toList();
        }

        assertThat(names).hasSizeGreaterThan(12);
        AttackTable.row(
                "partner: names of a server that leave the inbox on Windows, or that the association never gives",
                "none is fetched",
                fetched.stream().anyMatch(names::contains) ? "fetched: " + fetched : "none is fetched");
        assertThat(fetched).containsExactlyInAnyOrderElementsOf(OURS);
    }

    @Test
    void aFolderThatIsNoDropIsNamedAndNotMade() {
        assertThatThrownBy(() ->
                        DropConnection.connect(settings(home.resolve("nowhere")), folder, PassphraseSource.none()))
                .isInstanceOf(PartnerException.class)
                .hasMessageContaining("nowhere");
        assertThat(home.resolve("nowhere")).doesNotExist();
    }

    @Test
    void twoCommandsDoNotChangeAFolderAtTheSameTime() throws IOException {
        folder.alone(() -> {
            assertThatThrownBy(() -> folder.alone(() -> "done")).is(error(PartnerError.PARTNER_BUSY));
            return "done";
        });

        assertThat(folder.alone(() -> "next")).isEqualTo("next");
    }

    private static PartnerSettings settings(Path drop) {
        return new PartnerSettings(
                PartnerTestKeys.YUNHE.code(),
                new DropPlace.Folder(drop),
                List.of(Path.of("secret.asc")),
                Optional.empty(),
                List.of(Path.of("association.asc")),
                Optional.empty());
    }
}
