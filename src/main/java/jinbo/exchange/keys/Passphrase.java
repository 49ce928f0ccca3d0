package jinbo.exchange.keys;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import jinbo.platform.files.OwnerOnlyFile;

/** A passphrase in memory that can be wiped, unlike a string. {@code toString} does not reveal it. */
public final class Passphrase implements AutoCloseable {

    /** The minimum length if a password is the only factor (NIST SP 800-63B-4, section 3.1.1.2). */
    public static final int SHORTEST = 15;

    private static final int LARGEST_FILE = 4096;

    private final char[] characters;

    private Passphrase(char[] characters) {
        this.characters = characters;
    }

    /** Takes ownership of the characters, which are wiped on closing. */
    public static Passphrase of(char[] characters) {
        return new Passphrase(characters);
    }

    /**
     * @throws OwnerOnlyFile.InsecurePermissionsException if the file is accessible to others
     * @throws KeysException if it is empty, has several lines, or is not UTF-8
     */
    public static Passphrase read(Path file) throws IOException {
        new OwnerOnlyFile(file).requireClosed();
        if (Files.size(file) > LARGEST_FILE) {
            throw unusable(file);
        }
        byte[] bytes = Files.readAllBytes(file);
        CharBuffer decoded = CharBuffer.allocate(0);
        try {
            decoded = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            int end = decoded.limit();
            while (end > 0 && (decoded.get(end - 1) == '\n' || decoded.get(end - 1) == '\r')) {
                end--;
            }
            char[] line = new char[end];
            decoded.get(line);
            return new Passphrase(line).requireLine(file);
        } catch (CharacterCodingException e) {
            throw unusable(file);
        } finally {
            Arrays.fill(bytes, (byte) 0);
            Arrays.fill(decoded.array(), '\0');
        }
    }

    /** The array itself, not a copy. Closing wipes it, so callers must not keep it. */
    public char[] characters() {
        return characters;
    }

    public boolean isSameAs(Passphrase other) {
        return Arrays.equals(characters, other.characters);
    }

    /** @throws KeysException if it is too short to withstand an offline attack on the key file */
    public void requireStrong() {
        if (Character.codePointCount(characters, 0, characters.length) < SHORTEST) {
            throw new KeysException(KeysError.PASSPHRASE_TOO_SHORT, SHORTEST);
        }
    }

    private Passphrase requireLine(Path file) {
        boolean isLine = characters.length > 0;
        for (char character : characters) {
            isLine &= !Character.isISOControl(character);
        }
        if (!isLine) {
            close();
            throw unusable(file);
        }
        return this;
    }

    private static KeysException unusable(Path file) {
        return new KeysException(KeysError.PASSPHRASE_UNUSABLE, file);
    }

    @Override
    public void close() {
        Arrays.fill(characters, '\0');
    }

    @Override
    public String toString() {
        return "Passphrase[not shown]";
    }
}
