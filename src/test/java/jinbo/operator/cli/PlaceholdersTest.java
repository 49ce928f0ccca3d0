package jinbo.operator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlaceholdersTest {

    private static final String ONE = "C2026-6KQ2M9XW-Y";
    private static final String ANOTHER = "C2026-8KQ2M9XW-Z";

    private final Placeholders placeholders = new Placeholders(Path.of("/dev/shm/story"));

    @Test
    void countsWhatPeopleTypeAgain() {
        assertThat(placeholders.hide(ONE + " " + ANOTHER + " " + ONE))
                .isEqualTo("C2026-CASE0001-X C2026-CASE0002-X C2026-CASE0001-X");
        assertThat(placeholders.reveal("C2026-CASE0002-X")).isEqualTo(ANOTHER);
    }

    @Test
    void knowsAFingerprintInGroupsAndWithout() {
        String grouped = "AAAA BBBB CCCC DDDD EEEE FFFF 0123 4567 89AB CDEF";

        assertThat(placeholders.hide(grouped)).isEqualTo("0001 0001 0001 0001 0001 0001 0001 0001 0001 0001");
        assertThat(placeholders.hide(grouped.replace(" ", ""))).isEqualTo("0001".repeat(10));
        assertThat(placeholders.reveal("0001".repeat(10))).isEqualTo(grouped.replace(" ", ""));
    }

    @Test
    void leavesSampleKeysAsTheyAre() {
        String yunhe = "1DE3 8723 BD0C 1DCA 151D 9B88 70E8 93BB 7A01 67A4";

        assertThat(placeholders.hide(yunhe)).isEqualTo(yunhe);
    }

    @Test
    void keepsTheWidthOfTables() {
        String fingerprint = "SHA256:" + "Ab+/".repeat(10) + "Abc";

        assertThat(placeholders.hide(fingerprint)).hasSameSizeAs(fingerprint).startsWith("SHA256:00010001");
        assertThat(placeholders.hide(ONE)).hasSameSizeAs(ONE);
    }

    @Test
    void showsTheFolderAsADot() {
        assertThat(placeholders.hide("at /dev/shm/story/home/drops")).isEqualTo("at ./home/drops");
        assertThat(placeholders.reveal("--words=./letter.txt")).isEqualTo("--words=/dev/shm/story/letter.txt");
        assertThat(placeholders.reveal("./own")).isEqualTo("/dev/shm/story/own");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            sftp://jinbo@127.0.0.1:49152/                                          | sftp://jinbo@127.0.0.1:22222/
            key=ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIE== wang                      | key=ssh-ed25519 AAAA... wang
            47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=                           | AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=
            e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855       | 0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef
            -----BEGIN PGP PUBLIC KEY BLOCK-----xyz-----END PGP PUBLIC KEY BLOCK----- | -----BEGIN PGP PUBLIC KEY BLOCK-----...-----END PGP PUBLIC KEY BLOCK-----
            SHA256:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA                      | SHA256:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA
            2026-03-02 09:00  complaints-YUNHE-20260302-001.csv.pgp                | 2026-03-02 09:00  complaints-YUNHE-20260302-001.csv.pgp
            """)
    void hidesWhatIsNewInEachRunAndNothingElse(String text, String hidden) {
        assertThat(placeholders.hide(text)).isEqualTo(hidden);
    }
}
