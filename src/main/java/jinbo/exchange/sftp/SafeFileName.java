package jinbo.exchange.sftp;

import java.nio.charset.StandardCharsets;

/** The names that may be used in a drop: those that cannot mean another folder, and that every file system can hold. */
public final class SafeFileName {

    /** What Linux's and Windows' file systems hold in one name, less {@code .part} and a number that we may add. */
    private static final int MOST_BYTES = 255;

    private static final int ROOM_TO_ADD = 10;
    private static final int UNREADABLE = 0xFFFD;

    private SafeFileName() {}

    /**
     * Not empty, no {@code .} or {@code ..}, no slash, backslash or control character, nothing that was not UTF-8 on the wire
     * (it could not be asked for again), at most 255 bytes.
     */
    public static boolean is(String name) {
        return !name.isEmpty()
                && !name.equals(".")
                && !name.equals("..")
                && name.chars().noneMatch(c -> c == '/' || c == '\\' || c == UNREADABLE || Character.isISOControl(c))
                && bytes(name) <= MOST_BYTES;
    }

    /** @throws IllegalArgumentException if a name that we are to write is not plain, or too long to add an ending to */
    static String required(String name) {
        if (!is(name) || bytes(name) > MOST_BYTES - ROOM_TO_ADD) {
            throw new IllegalArgumentException("A name in a drop has 1 to " + (MOST_BYTES - ROOM_TO_ADD)
                    + " bytes and no slash, backslash or control character: " + SanitizedText.of(name));
        }
        return name;
    }

    /** The name, or as much of its beginning as leaves room for an ending. */
    static String shortened(String name) {
        String shorter = name;
        while (bytes(shorter) > MOST_BYTES - ROOM_TO_ADD) {
            shorter = shorter.substring(0, shorter.offsetByCodePoints(shorter.length(), -1));
        }
        return shorter;
    }

    /** @throws IllegalArgumentException if a name is not plain */
    static String checked(String name) {
        if (!is(name)) {
            throw new IllegalArgumentException("A name in a drop has 1 to " + MOST_BYTES
                    + " bytes and no slash, backslash or control character: " + SanitizedText.of(name));
        }
        return name;
    }

    private static int bytes(String name) {
        return name.getBytes(StandardCharsets.UTF_8).length;
    }
}
