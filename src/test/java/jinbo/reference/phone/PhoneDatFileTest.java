package jinbo.reference.phone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PhoneDatFileTest {

    @Test
    void readsTheBundledTable() throws IOException {
        try (InputStream file = PhoneDatFileTest.class.getResourceAsStream("/phone.dat")) {
            PhoneDatFile dat = PhoneDatFile.read(file);
            SegmentTable table = dat.segments().table(dat.version(), "北京");

            assertThat(table.version()).isEqualTo("phone.dat-2302");
            assertThat(table.segments()).isEqualTo(497_191);
            assertThat(table.homeSegments()).isEqualTo(17_701);
            assertThat(dat.segments().provinces()).hasSize(31).contains("北京", "西藏");
        }
    }

    @Test
    void readsSmallFile() throws IOException {
        SegmentTable table = read(file(record("北京|北京|100000|010"), 1300000, 1999999));

        assertThat(table.regionOf(new Mobile(13000001234L))).isEqualTo(Region.HOME);
        assertThat(table.regionOf(new Mobile(19999991234L))).isEqualTo(Region.HOME);
        assertThat(table.regionOf(new Mobile(13000011234L))).isEqualTo(Region.UNKNOWN);
    }

    @Test
    void readsFileWithoutSegments() {
        assertThatCode(() -> read(file(record("北京|")))).doesNotThrowAnyException();
    }

    @Test
    void refusesIndexBeyondTheEnd() {
        byte[] file = file(record("北京|"), 1381000);
        ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).putInt(4, file.length + 1);

        assertDamagedAt(file, 4);
    }

    @Test
    void refusesNegativeIndex() {
        byte[] file = file(record("北京|"), 1381000);
        ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).putInt(4, -1);

        assertDamagedAt(file, 4);
    }

    @Test
    void refusesRecordOffsetInTheIndex() {
        byte[] file = file(record("北京|"), 1381000);
        ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).putInt(file.length - 5, file.length - 9);

        assertDamagedAt(file, file.length - 5);
    }

    @Test
    void refusesNegativeRecordOffset() {
        byte[] file = file(record("北京|"), 1381000);
        ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).putInt(file.length - 5, Integer.MIN_VALUE);

        assertDamagedAt(file, file.length - 5);
    }

    @Test
    void refusesRecordThatRunsIntoTheIndex() {
        assertDamagedAt(file("北京|北京".getBytes(StandardCharsets.UTF_8), 1381000), 8);
    }

    @Test
    void refusesRecordWithoutProvince() {
        assertDamagedAt(file(record("|北京"), 1381000), 8);
        assertDamagedAt(file(record("北京"), 1381000), 8);
    }

    @Test
    void refusesProvinceThatIsNotUtf8() {
        assertDamagedAt(file(new byte[] {(byte) 0xB1, (byte) 0xB1, '|', 0}, 1381000), 8);
    }

    @Test
    void refusesInvalidSegment() {
        assertDamagedAt(file(record("北京|"), 1299999), 8 + 8);
        assertDamagedAt(file(record("北京|"), 2000000), 8 + 8);
        assertDamagedAt(file(record("北京|"), -1), 8 + 8);
    }

    @Test
    void refusesDuplicateSegment() {
        assertDamagedAt(file(record("北京|"), 1381000, 1381000), 8 + 8 + 9);
    }

    @Test
    void alteredFilesAreReadOrRefused() {
        Random random = new Random(2302);
        byte[] sound = file(record("北京|北京|100000|010"), 1381000, 1381001, 1390000);
        for (int i = 0; i < 20_000; i++) {
            byte[] file = Arrays.copyOf(sound, random.nextInt(sound.length + 1));
            for (int changes = random.nextInt(4); changes > 0 && file.length > 0; changes--) {
                file[random.nextInt(file.length)] = (byte) random.nextInt(256);
            }
            try {
                assertThat(read(file).segments()).isLessThanOrEqualTo(3);
            } catch (PhoneDatFile.PhoneDatDamagedException e) {
                assertThat(e).hasMessageContaining("is damaged at byte");
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }
    }

    private static void assertDamagedAt(byte[] file, int offset) {
        assertThatThrownBy(() -> read(file))
                .isInstanceOf(PhoneDatFile.PhoneDatDamagedException.class)
                .hasMessageContaining("at byte " + offset + ":");
    }

    private static SegmentTable read(byte[] file) throws IOException {
        return PhoneDatFile.read(new ByteArrayInputStream(file)).segments().table("test", "北京");
    }

    private static byte[] record(String text) {
        return (text + "\0").getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] file(byte[] record, int... segments) {
        ByteBuffer rows = ByteBuffer.allocate(8 + record.length + segments.length * 9)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put("2302".getBytes(StandardCharsets.US_ASCII))
                .putInt(8 + record.length)
                .put(record);
        for (int segment : segments) {
            rows.putInt(segment).putInt(8).put((byte) 1);
        }
        return rows.array();
    }
}
