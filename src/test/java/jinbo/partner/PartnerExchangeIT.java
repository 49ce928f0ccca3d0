package jinbo.partner;

import static jinbo.partner.PublishedListFixture.NOW;
import static jinbo.partner.PublishedListFixture.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jinbo.exchange.format.OutcomeReader;
import jinbo.exchange.format.Receipt;
import jinbo.exchange.openpgp.AcceptedSigner;
import jinbo.exchange.openpgp.CryptoPolicy;
import jinbo.exchange.openpgp.EnvelopeLimits;
import jinbo.exchange.openpgp.OpenRequest;
import jinbo.exchange.openpgp.OpenResult;
import jinbo.exchange.openpgp.Opener;
import jinbo.exchange.sftp.DropClient;
import jinbo.exchange.sftp.DropCredentials;
import jinbo.exchange.sftp.DropFolder;
import jinbo.exchange.sftp.DropSession;
import jinbo.exchange.sftp.DropTimeouts;
import jinbo.exchange.sftp.FetchOutcome;
import jinbo.exchange.sftp.FileSnapshot;
import jinbo.exchange.sftp.InsurerDropSession;
import jinbo.exchange.sftp.TransferProgressListener;
import jinbo.exchange.sftp.server.DropAccount;
import jinbo.exchange.sftp.server.EmbeddedSftpServer;
import jinbo.exchange.sftp.server.TestDrop;
import jinbo.partner.Deliveries.OpenReceipt;
import jinbo.partner.VerificationResult.Genuine;
import jinbo.partner.VerificationResult.NotGenuine;
import jinbo.platform.ssh.SshKeyFile;
import jinbo.platform.ssh.SshPublicKey;
import jinbo.reference.phone.Mobile;
import jinbo.testing.Steps;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files of an insurer over several weeks on a real drop. */
class PartnerExchangeIT {

    private static final byte[] COMPLAINTS =
            "mobile,complaint,complained_on\r\n13810001234,TELEMARKETING,2026-02-27\r\n010-65551234,TELEMARKETING,2026-02-27\r\n"
                    .getBytes(StandardCharsets.US_ASCII);
    private static final DropTimeouts SHORT =
            new DropTimeouts(Duration.ofSeconds(5), Duration.ofSeconds(10), Duration.ofSeconds(10));

    @TempDir
    Path home;

    private Path spool;
    private Path inbox;
    private EmbeddedSftpServer server;
    private DropClient associationClient;
    private DropClient insurerClient;
    private DropSession association;
    private InsurerDropSession insurer;
    private FetchDeliveredFiles fetchDeliveredFiles;
    private LocalBlockList held;
    private ApplyBlockLists applyBlockLists;

    @BeforeEach
    void bothLogIn() throws IOException {
        spool = Files.createDirectory(home.resolve("spool"));
        inbox = Files.createDirectory(home.resolve("inbox"));
        KeyPair associationKey = new SshKeyFile(PartnerTestKeys.FOLDER.resolve("association.ssh")).read();
        KeyPair insurerKey = new SshKeyFile(PartnerTestKeys.FOLDER.resolve("YUNHE.ssh")).read();
        DropAccount account = new DropAccount(
                home.resolve("drop"),
                Set.of(new SshPublicKey(associationKey.getPublic()), new SshPublicKey(insurerKey.getPublic())));
        TestDrop.createFolders(account);
        server = EmbeddedSftpServer.start(
                0, home.resolve("host.key"), user -> Optional.of(account).filter(any -> user.equals("YUNHE")));
        associationClient = new DropClient(DropCredentials.ofKey(associationKey), SHORT);
        insurerClient = new DropClient(DropCredentials.ofKey(insurerKey), SHORT);
        association = associationClient.open(PartnerTestKeys.YUNHE.code(), server.addressOf("YUNHE"));
        insurer = insurerClient.openAsInsurer(PartnerTestKeys.YUNHE.code(), server.addressOf("YUNHE"));
        fetchDeliveredFiles = new FetchDeliveredFiles(inbox, inbox);
        held = new LocalBlockList(home.resolve("held"));
        applyBlockLists = new ApplyBlockLists(PartnerTestKeys.YUNHE, held);
    }

    @AfterEach
    void bothLeave() throws IOException {
        insurer.close();
        association.close();
        insurerClient.close();
        associationClient.close();
        server.close();
    }

    @Test
    void anUploadIsAnsweredAndTheListIsKeptUp() throws IOException {
        Steps steps = new Steps();
        SealUpload sealUpload = new SealUpload(PartnerTestKeys.YUNHE, Files.createDirectory(home.resolve("outbox")));
        SealUpload.SealedUpload upload =
                steps.take("an upload is sealed", () -> sealUpload.seal(TODAY, 1, COMPLAINTS, NOW));
        steps.take("it is dropped, and once more without harm", () -> {
            sealUpload.drop(upload, insurer);
            sealUpload.drop(upload, insurer);
            assertThat(asTheAssociationReads(upload)).isEqualTo(COMPLAINTS);
        });
        PublishedListFixture first = new PublishedListFixture();
        String answered = "complaints-YUNHE-20260302-001";
        Path firstManifest = steps.take("the association answers and publishes", () -> {
            first.seal(spool, "receipt-" + answered + ".json.pgp", AnswersTest.receipt(answered + ".csv.pgp"));
            first.seal(spool, "outcome-" + answered + ".csv.pgp", AnswersTest.outcome());
            return first.into(spool);
        });
        steps.take("answers and list are delivered", () -> {
            deliver("receipt-" + answered + ".json.pgp", "outcome-" + answered + ".csv.pgp");
            deliver(first, firstManifest);
        });
        steps.take("they are fetched once", () -> {
            assertThat(fetchDeliveredFiles.fetch(insurer).files()).hasSize(4);
            assertThat(fetchDeliveredFiles.fetch(insurer).files())
                    .as("each once")
                    .isEmpty();
        });
        steps.take("the answers are genuine", () -> {
            VerificationResult<Receipt> receipt = new OpenReceipt(PartnerTestKeys.YUNHE)
                    .open(inbox.resolve("receipt-" + answered + ".json.pgp"), NOW, held.applied());
            assertThat(receipt).isInstanceOf(Genuine.class);
            List<OutcomeReader.Row> rows = new ArrayList<>();
            new Deliveries.OpenOutcome(PartnerTestKeys.YUNHE)
                    .open(inbox.resolve("outcome-" + answered + ".csv.pgp"), NOW, rows::add);
            assertThat(rows).hasSize(1);
        });
        steps.take("the list is applied", () -> {
            assertThat(applied()).isEqualTo(1);
            assertThat(PublishedListFixture.find(held, new Mobile(13_810_001_234L), PublishedListFixture.LIFE))
                    .hasValueSatisfying(entry -> assertThat(entry.effectiveOn()).isEqualTo(PublishedListFixture.FROM));
        });
        steps.take("the next list is delivered and fetched", () -> {
            PublishedListFixture second = PublishedListFixture.after(firstManifest, 2);
            second.entries = List.of(PublishedListFixture.entry(13_700_000_000L));
            deliver(second, second.into(spool));
            fetchDeliveredFiles.fetch(insurer);
        });
        steps.take("it takes the place of the first", () -> {
            assertThat(applied()).isEqualTo(2);
            assertThat(PublishedListFixture.find(held, new Mobile(13_810_001_234L), PublishedListFixture.LIFE))
                    .isEmpty();
            assertThat(PublishedListFixture.find(held, new Mobile(13_700_000_000L), PublishedListFixture.LIFE))
                    .isPresent();
        });
    }

    @Test
    void aListWhoseManifestComesLateIsAppliedThen() throws IOException {
        PublishedListFixture first = new PublishedListFixture();
        Path manifest = first.into(spool);
        deliver(first.list(spool).getFileName().toString());
        fetchDeliveredFiles.fetch(insurer);
        assertThat(applyBlockLists.apply(inbox, NOW, TODAY).orElseThrow())
                .isInstanceOfSatisfying(
                        NotGenuine.class, wrong -> assertThat(wrong.fault()).isEqualTo(DeliveryFault.MISSING));

        deliver(manifest.getFileName().toString());
        fetchDeliveredFiles.fetch(insurer);

        assertThat(applied()).isEqualTo(1);
    }

    @Test
    void aFileWithoutTheEndingOfASealedOneStaysOnTheDrop() throws IOException {
        Files.writeString(home.resolve("drop/download/readme.txt"), "hello");

        assertThat(fetchDeliveredFiles.fetch(insurer).files()).isEmpty();
        assertThat(inbox).isEmptyDirectory();
    }

    private int applied() throws IOException {
        VerificationResult<VerifiedList> verificationResult =
                applyBlockLists.apply(inbox, NOW, TODAY).orElseThrow();
        assertThat(verificationResult).isInstanceOf(Genuine.class);
        return ((Genuine<VerifiedList>) verificationResult).value().manifest().sequence();
    }

    private byte[] asTheAssociationReads(SealUpload.SealedUpload upload) throws IOException {
        FileSnapshot fileSnapshot = association.scan().files().get(0);
        assertThat(fileSnapshot.name()).isEqualTo(upload.name().fileName());
        Path here = spool.resolve("inbound");
        assertThat(association.fetch(DropFolder.UPLOAD, fileSnapshot, here, 1 << 20, TransferProgressListener.SILENT))
                .isEqualTo(new FetchOutcome.Fetched(
                        here, upload.sealed().size(), upload.sealed().sha256()));
        OpenRequest request = OpenRequest.forUpload(
                AcceptedSigner.always(PartnerTestKeys.secret("YUNHE").certificate()),
                NOW,
                upload.name().fileName(),
                EnvelopeLimits.standard());
        OpenResult<byte[]> openResult = new Opener(PartnerTestKeys.ASSOCIATION, CryptoPolicy.standard())
                .open(new ByteArrayInputStream(Files.readAllBytes(here)), request, InputStream::readAllBytes);
        assertThat(openResult).isInstanceOf(OpenResult.Opened.class);
        return ((OpenResult.Opened<byte[]>) openResult).value();
    }

    private void deliver(PublishedListFixture list, Path manifest) throws IOException {
        deliver(
                list.list(spool).getFileName().toString(),
                manifest.getFileName().toString());
    }

    private void deliver(String... names) throws IOException {
        for (String name : names) {
            association.deliver(spool.resolve(name), name);
        }
    }
}
