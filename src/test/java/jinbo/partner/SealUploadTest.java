package jinbo.partner;

import static jinbo.partner.PublishedListFixture.NOW;
import static jinbo.partner.PublishedListFixture.TODAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import jinbo.exchange.openpgp.SecretKeys;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SealUploadTest {

    private static final byte[] CONTENT = "mobile,complaint,complained_on\r\n".getBytes(StandardCharsets.US_ASCII);

    @TempDir
    Path outbox;

    @Test
    void anUploadIsNamedByInsurerDayAndNumber() throws IOException {
        SealUpload.SealedUpload upload = new SealUpload(PartnerTestKeys.YUNHE, outbox).seal(TODAY, 7, CONTENT, NOW);

        assertThat(upload.name().fileName()).isEqualTo("complaints-YUNHE-20260302-007.csv.pgp");
        assertThat(upload.file()).isEqualTo(outbox.resolve("complaints-YUNHE-20260302-007.csv.pgp"));
        assertThat(upload.sealed().sha256()).isEqualTo(PublishedListFixture.sha256(upload.file()));
        assertThat(outbox).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void aNumberIsUsedOnceADay() throws IOException {
        SealUpload seal = new SealUpload(PartnerTestKeys.YUNHE, outbox);
        String before =
                PublishedListFixture.sha256(seal.seal(TODAY, 7, CONTENT, NOW).file());

        assertThatThrownBy(() -> seal.seal(TODAY, 7, CONTENT, NOW))
                .isInstanceOf(FileAlreadyExistsException.class)
                .hasMessageContaining("next number");
        assertThat(PublishedListFixture.sha256(outbox.resolve("complaints-YUNHE-20260302-007.csv.pgp")))
                .isEqualTo(before);
    }

    @Test
    void aContentThatCannotBeReadLeavesNothing() {
        assertThatThrownBy(() -> new SealUpload(PartnerTestKeys.YUNHE, outbox)
                        .seal(
                                TODAY,
                                1,
                                clear -> {
                                    throw new IOException("disk");
                                },
                                NOW))
                .isInstanceOf(IOException.class);
        assertThat(outbox).isEmptyDirectory();
    }

    @Test
    void anUploadIsEncryptedToEachCertificateOfTheAssociationThatIsGoodByThen() throws IOException {
        SecretKeys next = SecretKeys.generate("Next <next@association.example>", NOW.minusSeconds(60));
        SecretKeys later = SecretKeys.generate("Later <later@association.example>", NOW.plus(Duration.ofDays(9)));
        Partner partner = new Partner(
                PartnerTestKeys.YUNHE.code(),
                new PartnerKeys(
                        List.of(PartnerTestKeys.secret("YUNHE")),
                        Set.of(PartnerTestKeys.ASSOCIATION.certificate(), next.certificate(), later.certificate())));

        assertThat(new SealUpload(partner, outbox)
                        .seal(TODAY, 1, CONTENT, NOW)
                        .sealed()
                        .encryptedTo())
                .containsExactlyInAnyOrder(
                        PartnerTestKeys.ASSOCIATION.certificate().fingerprint(),
                        next.certificate().fingerprint());
    }
}
