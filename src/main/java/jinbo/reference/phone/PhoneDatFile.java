package jinbo.reference.phone;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;

/**
 * Reads which province each segment of mobile numbers belongs to, from {@code phone.dat} of {@code
 * me.ihxq.projects:phone-number-geo}. Its layout, with little-endian integers: 4 bytes ASCII version; int32 offset of
 * the index; zero-terminated records in UTF-8, {@code province|city|postcode|area code}; the index in rows of 9 bytes:
 * int32 segment, int32 offset of the record, one unused byte.
 */
final class PhoneDatFile {

    private static final int MAX_BYTES = 32 << 20;
    private static final int HEADER = 8;
    private static final int ROW = 9;
    private static final int LONGEST_RECORD = 200;

    private final byte[] bytes;
    private final ByteBuffer buffer;
    private final int index;
    private final Map<Integer, String> provinceAt = new HashMap<>();
    private final SegmentProvinces segments = new SegmentProvinces();

    private PhoneDatFile(byte[] bytes) {
        this.bytes = bytes;
        buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        require(bytes.length >= HEADER && bytes.length <= MAX_BYTES, bytes.length, "size of the file");
        index = buffer.getInt(4);
        require(index >= HEADER && index <= bytes.length, 4, "offset of the index");
        require((bytes.length - index) % ROW == 0, bytes.length, "the last index row is cut short");
        for (int row = index; row < bytes.length; row += ROW) {
            readRow(row);
        }
    }

    /** @throws PhoneDatDamagedException if the file, which is left open, does not have this layout */
    static PhoneDatFile read(InputStream file) throws IOException {
        return new PhoneDatFile(file.readNBytes(MAX_BYTES + 1));
    }

    String version() {
        return "phone.dat-" + new String(bytes, 0, 4, StandardCharsets.US_ASCII);
    }

    static YearMonth month(InputStream file) throws IOException {
        String digits = new String(file.readNBytes(4), StandardCharsets.US_ASCII);
        return YearMonth.parse(digits, DateTimeFormatter.ofPattern("uuMM"));
    }

    SegmentProvinces segments() {
        return segments;
    }

    private void readRow(int row) {
        int segment = buffer.getInt(row);
        require(SegmentProvinces.isSegment(segment), row, "segment");
        String province = provinceAt.computeIfAbsent(buffer.getInt(row + 4), at -> readProvince(at, row));
        require(
                segments.add(segment, province) == SegmentProvinces.Added.YES,
                row,
                "a segment twice, or more provinces than there are");
    }

    private String readProvince(int at, int row) {
        require(at >= HEADER && at < index, row + 4, "offset of a record");
        int end = at;
        while (end < index && bytes[end] != 0 && end - at < LONGEST_RECORD) {
            end++;
        }
        require(end < index && bytes[end] == 0, at, "a record without an end");
        int bar = at;
        while (bar < end && bytes[bar] != '|') {
            bar++;
        }
        require(bar > at && bar < end, at, "a record without a province");
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes, at, bar - at))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new PhoneDatDamagedException(at, "a province that is not UTF-8");
        }
    }

    private static void require(boolean sound, int offset, String what) {
        if (!sound) {
            throw new PhoneDatDamagedException(offset, what);
        }
    }

    public static final class PhoneDatDamagedException extends RuntimeException {

        PhoneDatDamagedException(int offset, String what) {
            super("phone.dat is damaged at byte " + offset + ": " + what + "; rebuild the program");
        }
    }
}
