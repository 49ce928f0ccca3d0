package jinbo.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a server may call a file to do harm with it.
 *
 * @param what for a reader
 * @param bytes on the wire
 * @param taken whether it means a file in its folder, however odd
 */
public record HostileFileName(String what, byte[] bytes, boolean taken) {

    private static final Path TABLE = Path.of("src/test/resources/jinbo/exchange/sftp/hostile-names.csv");

    /** Those that are listed, in which bytes that are none of ASCII are written as in a URL, and two that are too long. */
    public static Stream<HostileFileName> all() throws IOException {
        List<String> lines = Files.readAllLines(TABLE, StandardCharsets.UTF_8);
        return Stream.concat(
                lines.stream().skip(1).map(HostileFileName::of),
                Stream.of(
                        new HostileFileName(
                                "4,096 characters", "x".repeat(4096).getBytes(StandardCharsets.US_ASCII), false),
                        new HostileFileName(
                                "256 bytes of Chinese", "禁".repeat(86).getBytes(StandardCharsets.UTF_8), false)));
    }

    private static HostileFileName of(String line) {
        String[] cells = line.split(",", -1);
        return new HostileFileName(cells[0], decoded(cells[1]), cells[2].equals("yes"));
    }

    private static byte[] decoded(String cell) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < cell.length(); i++) {
            if (cell.charAt(i) == '%') {
                bytes.write(Integer.parseInt(cell.substring(i + 1, i + 3), 16));
                i += 2;
            } else {
                bytes.write(cell.charAt(i));
            }
        }
        return bytes.toByteArray();
    }

    /** The name as a program sees it that reads UTF-8. */
    public String text() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return what;
    }
}
