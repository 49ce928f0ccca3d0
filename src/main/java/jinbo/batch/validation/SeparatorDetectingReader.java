package jinbo.batch.validation;

import java.io.IOException;
import java.io.Reader;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jinbo.exchange.format.Finding.FindingCause;
import jinbo.exchange.format.UploadColumn;

/**
 * Text whose separator has been found out by a look at its beginning, which is then read again from memory.
 *
 * <p>Excel writes tabs where it writes UTF-16, and with "Text (Tab delimited)" in any encoding. No column's name holds a
 * comma or a tab, so the first of either decides.
 */
final class SeparatorDetectingReader extends Reader {

    private static final int PEEKED = 8192;
    private static final Pattern EXCELS_LINE = Pattern.compile("\\s*\"?sep=", Pattern.CASE_INSENSITIVE);
    private static final Pattern ANY_SEPARATOR = Pattern.compile("[,\t;|\uFF0C]");

    private final Reader text;
    private final char[] start = new char[PEEKED];
    private final int startLength;
    private int startRead;

    SeparatorDetectingReader(Reader text) throws IOException {
        this.text = text;
        this.startLength = Math.max(0, text.read(start, 0, PEEKED));
    }

    /**
     * What stands on a line of the beginning instead of a separator that is read: known by the columns between, or where the line
     * has no comma and no tab at all.
     *
     * @param line its physical number, from 1
     */
    Optional<FindingCause> wrongSeparator(int line, UploadColumn[] columns) {
        String header = new String(start, 0, startLength)
                .lines()
                .skip(line - 1L)
                .findFirst()
                .orElse("");
        if (EXCELS_LINE.matcher(header).lookingAt()) {
            return Optional.of(FindingCause.SEPARATOR_LINE);
        }
        boolean unseparated = header.indexOf(',') < 0 && header.indexOf('\t') < 0;
        if (!unseparated && !Stream.of(ANY_SEPARATOR.split(header)).allMatch(part -> isColumn(part, columns))) {
            return Optional.empty();
        }
        return header.chars()
                .mapToObj(SeparatorDetectingReader::causeOf)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static boolean isColumn(String part, UploadColumn[] columns) {
        return UploadColumn.named(part.strip().replace("\"", ""), columns).isPresent();
    }

    private static Optional<FindingCause> causeOf(int character) {
        return switch (character) {
            case ';' -> Optional.of(FindingCause.SEMICOLON);
            case '|' -> Optional.of(FindingCause.PIPE);
            case '\uFF0C' -> Optional.of(FindingCause.FULL_WIDTH_COMMA);
            default -> Optional.empty();
        };
    }

    char separator() {
        for (int i = 0; i < startLength; i++) {
            if (start[i] == ',' || start[i] == '\t') {
                return start[i];
            }
        }
        return ',';
    }

    @Override
    public int read(char[] into, int offset, int length) throws IOException {
        if (startRead == startLength) {
            return text.read(into, offset, length);
        }
        int count = Math.min(length, startLength - startRead);
        System.arraycopy(start, startRead, into, offset, count);
        startRead += count;
        return count;
    }

    @Override
    public void close() throws IOException {
        text.close();
    }
}
