package jinbo.exchange.openpgp;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Base64;

/**
 * Decodes ASCII armor (RFC 9580, section 6.2) strictly: exactly one block, with only blank lines before and after it.
 * Ignores the checksum line, as the standard requires.
 */
final class ArmorInputStream extends BulkInputStream {

    private static final int LONGEST_LINE = 4096;

    private final InputStream in;
    private final String end;
    private final StringBuilder pending = new StringBuilder();
    private byte[] line = {};
    private int position;
    private boolean ended;

    private ArmorInputStream(InputStream in, String kind) {
        this.in = in;
        this.end = "-----END PGP " + kind + "-----";
    }

    /** Decodes the stream if it is armored, as its first bit shows; {@code kind} is for example {@code MESSAGE}. */
    static InputStream binary(InputStream source, String kind) throws IOException {
        BufferedInputStream in = new BufferedInputStream(source, 1 << 16);
        in.mark(1);
        int first = in.read();
        in.reset();
        if (first < 0 || (first & 0x80) != 0) {
            return in;
        }
        ArmorInputStream armored = new ArmorInputStream(in, kind);
        armored.readHead("-----BEGIN PGP " + kind + "-----");
        return new BufferedInputStream(armored, 1 << 16);
    }

    private void readHead(String begin) throws IOException {
        String head = nextLine();
        while (head.isBlank()) {
            head = nextLine();
        }
        if (!head.equals(begin)) {
            throw EnvelopeException.invalid("Neither a binary message nor one that begins with " + begin);
        }
        String header = nextLine();
        while (!header.isBlank()) {
            if (header.indexOf(':') < 1) {
                throw EnvelopeException.invalid("The armor has no blank line after its headers");
            }
            header = nextLine();
        }
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        while (position == line.length) {
            if (ended) {
                return -1;
            }
            decodeNextLine();
        }
        int read = Math.min(length, line.length - position);
        System.arraycopy(line, position, buffer, offset, read);
        position += read;
        return read;
    }

    private void decodeNextLine() throws IOException {
        String text = nextLine();
        position = 0;
        line = new byte[0];
        if (text.startsWith("=") || text.startsWith("-")) {
            finish(text.startsWith("=") ? nextLine() : text);
            return;
        }
        pending.append(text);
        // a line need not consist of whole groups of four characters
        String whole = pending.substring(0, pending.length() / 4 * 4);
        pending.delete(0, whole.length());
        try {
            line = Base64.getDecoder().decode(whole);
        } catch (IllegalArgumentException e) {
            throw EnvelopeException.invalid("The armor holds a line that is not base64");
        }
    }

    private void finish(String last) throws IOException {
        if (!last.equals(end) || pending.length() > 0) {
            throw EnvelopeException.invalid("The armor does not end with " + end);
        }
        for (int octet = in.read(); octet >= 0; octet = in.read()) {
            if (!Character.isWhitespace(octet)) {
                throw EnvelopeException.invalid("Something follows after the end of the armor");
            }
        }
        ended = true;
    }

    /** Reads a line without its end and without trailing blanks, which mail programs add. */
    private String nextLine() throws IOException {
        StringBuilder text = new StringBuilder(80);
        int octet = in.read();
        if (octet < 0) {
            throw EnvelopeException.invalid("The armor ends too early");
        }
        while (octet >= 0 && octet != '\n') {
            text.append((char) octet);
            if (text.length() > LONGEST_LINE) {
                throw EnvelopeException.invalid("A line of the armor is longer than " + LONGEST_LINE + " characters");
            }
            octet = in.read();
        }
        return text.toString().stripTrailing();
    }
}
