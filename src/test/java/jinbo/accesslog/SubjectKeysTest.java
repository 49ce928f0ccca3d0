package jinbo.accesslog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import jinbo.platform.home.Home;
import jinbo.platform.home.HomeException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A number is in the log as a hash that takes the key of its year. */
class SubjectKeysTest {

    private static final long NUMBER = 13810001234L;
    private static final LocalDate IN_2012 = LocalDate.of(2012, 9, 21);
    private static final LocalDate IN_2013 = LocalDate.of(2013, 1, 1);

    @TempDir
    private Path folder;

    private SubjectKeys keys;

    @BeforeEach
    void open() {
        keys = new SubjectKeys(new Home(folder).create(), List.of());
    }

    @Test
    void aSubjectIsTheHmacOfTheElevenDigitsUnderTheYearsKey() throws Exception {
        Subject subject = keys.subjectOf(NUMBER, IN_2012);

        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(
                HexFormat.of().parseHex(Files.readString(key(2012)).strip()), "HmacSHA256"));
        byte[] expected = mac.doFinal("13810001234".getBytes(StandardCharsets.US_ASCII));
        assertThat(subject.toString()).isEqualTo("2012:" + HexFormat.of().formatHex(expected));
        assertThat(Subject.parse(subject.toString())).isEqualTo(subject);
    }

    @Test
    void eachYearAndEachNumberHasAHashOfItsOwn() {
        Subject subject = keys.subjectOf(NUMBER, IN_2012);

        assertThat(keys.subjectOf(NUMBER, IN_2012.plusDays(7))).isEqualTo(subject);
        assertThat(keys.subjectOf(NUMBER, IN_2013).hmac()).isNotEqualTo(subject.hmac());
        assertThat(keys.subjectOf(NUMBER + 1, IN_2012).hmac()).isNotEqualTo(subject.hmac());
    }

    @Test
    void withAKeyDestroyedItsYearIsNotFoundAnyMoreAndTheOthersAre() throws IOException {
        assertThat(keys.kept()).isEmpty();
        keys.subjectOf(NUMBER, IN_2012);
        Subject later = keys.subjectOf(NUMBER, IN_2013);
        assertThat(keys.allSubjectsOf(NUMBER)).extracting(Subject::epoch).containsExactly(2012, 2013);

        Files.delete(key(2012));

        assertThat(keys.kept()).containsExactly(2013);
        assertThat(keys.allSubjectsOf(NUMBER)).isEqualTo(List.of(later));
    }

    @Test
    void aKeyThatIsDestroyedLeavesAWordBesideIt() {
        keys.subjectOf(NUMBER, IN_2012);
        keys.subjectOf(NUMBER, IN_2013);

        keys.destroy(2012, LocalDate.of(2016, 1, 1));
        keys.destroy(2012, LocalDate.of(2016, 1, 2));

        assertThat(keys.kept()).containsExactly(2013);
        assertThat(keys.markedDestroyed()).containsExactly(2012);
        assertThat(key(2012).resolveSibling("2012.destroyed")).hasContent("destroyed on 2016-01-01\n");
    }

    @Test
    void aKeyThatIsLostOrDestroyedIsNotReplaced() throws IOException {
        SubjectKeys later = new SubjectKeys(new Home(folder), List.of(year -> year == 2012));
        keys.subjectOf(NUMBER, IN_2013);
        keys.destroy(2013, LocalDate.of(2017, 1, 1));

        for (LocalDate day : List.of(IN_2012, IN_2013)) {
            assertThatExceptionOfType(HomeException.class)
                    .isThrownBy(() -> later.subjectOf(NUMBER, day))
                    .withMessageContaining("restore it");
            assertThatExceptionOfType(HomeException.class).isThrownBy(() -> later.hashOn(day));
            assertThatExceptionOfType(HomeException.class).isThrownBy(() -> later.digestForNewRegistrations(day));
            assertThat(key(day.getYear())).doesNotExist();
        }
    }

    @Test
    void aHashOfANumberIsWhatStandsInTheLogForIt() {
        Subject subject = keys.subjectOf(NUMBER, IN_2012);

        assertThat(HexFormat.of().formatHex(keys.hashOf(2012).of(NUMBER))).isEqualTo(subject.hmac());
        assertThat(HexFormat.of().formatHex(keys.hashOn(IN_2012).of(NUMBER))).isEqualTo(subject.hmac());
    }

    @Test
    void aDamagedKeyIsToldAndNotPassedOver() throws IOException {
        keys.subjectOf(NUMBER, IN_2012);
        Files.writeString(key(2012), "not a key");

        assertThatExceptionOfType(HomeException.class)
                .isThrownBy(() -> keys.allSubjectsOf(NUMBER))
                .withMessageContaining("2012.key");
    }

    private Path key(int year) {
        return folder.resolve("keys/subjects/" + year + ".key");
    }
}
