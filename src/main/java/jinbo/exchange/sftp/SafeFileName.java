package jinbo.exchange.sftp;

import java.nio.charset.StandardCharsets;

/** Checks names of files in a drop: they must not mean another folder, and every file system must accept them. */
public final class SafeFileName {

    private static final int MAX_BYTES = 255;
    private static final int SUFFIX_BYTES = 10;
    private static final int UNREADABLE = 0xFFFD;

    private SafeFileName() {}

    /**
     * True unless the name is empty, {@code .} or {@code ..}, has a slash, backslash or control character, was not UTF-8 on the wire (a
     * request could not name it), or has more than 255 bytes.
     */
    public static boolean isSafe(String name) {
        return !name.isEmpty()
                && !name.equals(".")
                && !name.equals("..")
                && name.chars().noneMatch(c -> c == '/' || c == '\\' || c == UNREADABLE || Character.isISOControl(c))
                && bytes(name) <= MAX_BYTES;
    }

    /** @throws IllegalArgumentException if a name is not safe, or too long for a suffix */
    static String requireSafeForNewFile(String name) {
        if (!isSafe(name) || bytes(name) > MAX_BYTES - SUFFIX_BYTES) {
            throw new IllegalArgumentException("A name in a drop has 1 to " + (MAX_BYTES - SUFFIX_BYTES)
                    + " bytes and no slash, backslash or control character: " + SanitizedText.of(name));
        }
        return name;
    }

    /** Cuts the name so that a suffix fits. */
    static String shortened(String name) {
        String shorter = name;
        while (bytes(shorter) > MAX_BYTES - SUFFIX_BYTES) {
            shorter = shorter.substring(0, shorter.offsetByCodePoints(shorter.length(), -1));
        }
        return shorter;
    }

    /** @throws IllegalArgumentException if a name is not safe */
    static String requireSafe(String name) {
        if (!isSafe(name)) {
            throw new IllegalArgumentException("A name in a drop has 1 to " + MAX_BYTES
                    + " bytes and no slash, backslash or control character: " + SanitizedText.of(name));
        }
        return name;
    }

    private static int bytes(String name) {
        return name.getBytes(StandardCharsets.UTF_8).length;
    }
}
